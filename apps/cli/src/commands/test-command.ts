import { oneTest, testHistory } from '@testmetrics/answers';
import { listQuerySchema, testHistorySchema, testQuerySchema } from '@testmetrics/api-contract';
import type { TestBody, TestHistoryBody } from '@testmetrics/api-contract';
import { askForOne, refuseWithout } from '../asking/ask-for-one';
import { listFlags, metaFlag, runFlags } from '../asking/flags';
import { askForList } from '../asking/list-command';
import { oneArgument } from '../asking/one-argument';
import type { ListQuestion, Question } from '../asking/question';
import { testHistoryView, testView } from '../asking/test-view';
import { defineCommand } from '../command';
import { z } from 'zod';

const question: Question<typeof testQuerySchema, TestBody> = {
  path: ([test = '']) => `/v1/tests/${encodeURIComponent(test)}`,
  query: testQuerySchema,
  takesMetadata: true,
  answer: ({ asker }, query, [test = '']) => oneTest(asker, test, query),
};

const history: ListQuestion<typeof listQuerySchema, TestHistoryBody> = {
  path: ([test = '']) => `/v1/tests/${encodeURIComponent(test)}/history`,
  query: listQuerySchema,
  reply: testHistorySchema,
  takesMetadata: true,
  answer: ({ asker }, query, [test = '']) => testHistory(asker, test, query),
};

const options = oneArgument('the name of a test, or its number').extend({ history: z.boolean().default(false) });

export const testCommand = defineCommand({
  name: 'test',
  describe: 'Shows what a test did, in the range and ever, in each job, and its last failure; or each of its runs.',
  argument: { syntax: '<test>', describe: 'its name, its number, or its id as a runner lists it' },
  flags: [
    { flags: '--history', describe: 'list its runs instead, the newest first' },
    ...runFlags,
    metaFlag,
    ...listFlags,
  ],
  examples: [
    'testmetrics test tempest.api.compute.test_servers.ServersTest.test_list',
    'testmetrics test 42 --history --job tempest-full --since 2w',
  ],
  options,
  handler: ({ history: wantsHistory, ...input }, terminal) => {
    if (wantsHistory) return askForList(history, testHistoryView, input, terminal);
    refuseWithout('--history', ['limit', 'cursor', 'all', 'csv'], input);
    return askForOne(question, testView, input, terminal);
  },
});
