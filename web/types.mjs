// Writes src/schema.ts, the API's types, from docs/openapi.yaml: whoever reads what the contract does not say fails to compile.
import openapi, { astToString } from "openapi-typescript";
import { writeFile } from "node:fs/promises";

const contract = new URL("../docs/openapi.yaml", import.meta.url);
await writeFile(new URL("src/schema.ts", import.meta.url), astToString(await openapi(contract, { defaultNonNullable: false })));
