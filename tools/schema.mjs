// Writes schema/plan.schema.json from the forms that the reader uses. A test fails when the file is behind.
import { writeFileSync } from 'node:fs';
import { planSchemaText } from '../src/plan/json-schema.ts';

writeFileSync(new URL('../schema/plan.schema.json', import.meta.url), planSchemaText());
