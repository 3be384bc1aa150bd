/** What the page reads of an OpenAPI 3.1 document; ours is made by `openApiDocument()`. */
export interface OpenApiShape {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationShape>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, SchemaShape>> };
}

export interface OperationShape {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly ParameterShape[];
  readonly requestBody?: { readonly description?: string };
  readonly responses: Readonly<Record<string, ResponseShape>>;
}

export interface ParameterShape {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: SchemaShape;
}

export interface ResponseShape {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema?: SchemaShape }>>;
}

export interface SchemaShape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly items?: SchemaShape;
  readonly anyOf?: readonly SchemaShape[];
  readonly properties?: Readonly<Record<string, SchemaShape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaShape;
}
