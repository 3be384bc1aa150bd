/** The environment variable that names the server of the integration tests; its user must be able to make schemas and users. */
export const TEST_DATABASE_URL = 'TESTMETRICS_TEST_DATABASE_URL';
