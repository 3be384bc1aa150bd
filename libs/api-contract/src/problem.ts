import { z } from 'zod';

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

/** RFC 9457, with a stable code and what a person needs to put it right. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: '`urn:testmetrics:problem:CODE`' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string().meta({ description: 'Stable; scripts may compare it.' }),
    detail: z.string(),
    instance: z.string().meta({ description: '`urn:testmetrics:request:ID`; the same id is in the log.' }),
    expected: z.string().optional(),
    found: z.string().optional(),
    action: z.string().optional().meta({ description: 'What to do.' }),
    suggestions: z
      .array(z.string())
      .optional()
      .meta({ description: 'Names there are that may have been meant, the nearest first.' }),
    errors: z
      .array(z.object({ where: z.string(), code: z.string(), expected: z.string(), found: z.string() }))
      .optional()
      .meta({ description: 'Every mistake of the request, where there are several.' }),
  })
  .meta({ id: 'Problem' });

export type ProblemBody = z.infer<typeof problemSchema>;
