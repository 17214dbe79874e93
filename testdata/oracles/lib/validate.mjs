// Three validators that know nothing of each other; each gives its objections as text, none if it accepts.
import languageService from 'amazon-states-language-service';
import aslValidator from 'asl-validator';
import { fillPlaceholders, parseMachine } from './machine.mjs';
import { preflight } from './preflight.mjs';
import { Refused } from './refused.mjs';

const { getLanguageService, TextDocument } = languageService;
const service = getLanguageService({});

// validate takes {asl, express}: the machine's text, and whether it is to run as an express workflow.
export async function validate({ asl, express = false }) {
  refuseDeep(parseMachine(asl));
  const text = fillPlaceholders(asl);
  return {
    aws: await awsLanguageService(text),
    aslValidator: validatorErrors(text),
    preflight: preflight(text, express),
  };
}

const deepest = 16; // Parallels in Parallels; asl-validator takes a second for these, and twice as long for each more

function refuseDeep(machine) {
  const depth = nested(machine);
  if (depth > deepest) {
    throw new Refused(`the machine has Parallels ${depth} deep in one another, for which asl-validator takes too long; ${deepest} can be judged`);
  }
}

// nested is how deep Parallels stand in one another.
function nested(machine) {
  return Math.max(0, ...Object.values(machine.States ?? {}).map(state => {
    const inside = [...(state.Branches ?? []), state.ItemProcessor, state.Iterator].filter(Boolean).map(nested);
    return Math.max(0, ...inside) + (state.Branches ? 1 : 0);
  }));
}

async function awsLanguageService(text) {
  const document = TextDocument.create('file:///machine.asl.json', 'asl', 1, text);
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  return diagnostics.map(d => `line ${d.range.start.line + 1}: ${d.message}`);
}

// asl-validator writes into the machine that it judges, so it gets one of its own.
function validatorErrors(text) {
  return aslValidator(JSON.parse(text), { checkPaths: true, checkArn: true }).errors.map(e => `${e['Error code']}: ${e.Message}`);
}
