// Reads CloudFormation templates as CDK synthesizes them.
import { functionArn } from './machine.mjs';

const pseudo = { 'AWS::Partition': 'aws', 'AWS::Region': 'us-east-1', 'AWS::AccountId': '123456789012', 'AWS::URLSuffix': 'amazonaws.com' };

// machinesOf returns {logical id: definition} of the state machines that CDK put into resources, what the template leaves
// open filled in: a function is functionArn(its logical id), another resource "Id" or "Id.Attribute". Logical ids are
// without CDK's hash.
export function machinesOf(resources) {
  refuseAmbiguous(resources);
  return machinesIn(resources, 'AWS::StepFunctions::StateMachine', 'AWS::Lambda::Function', withoutHash);
}

// machinesIn does the same for the types of machines and functions that are given, ids being shown by naming.
export function machinesIn(resources, machineType, functionType, naming = id => id) {
  const known = { resources, functionType, naming };
  return Object.fromEntries(Object.entries(resources)
    .filter(([, resource]) => resource.Type === machineType)
    .map(([id, resource]) => [naming(id), definition(resource.Properties, known)]));
}

// refuseAmbiguous throws if two functions, or two machines, could not be told apart without the hash.
function refuseAmbiguous(resources) {
  const taken = new Map();
  for (const [id, { Type: type }] of Object.entries(resources)) {
    if (!/^AWS::(Lambda::Function|StepFunctions::StateMachine)$/.test(type)) continue;
    const name = `${type} ${withoutHash(id)}`;
    if (taken.has(name)) throw new Error(`the resources ${taken.get(name)} and ${id} differ only in CDK's hash; name one otherwise`);
    taken.set(name, id);
  }
}

const withoutHash = id => id.replace(/[0-9A-F]{8}$/, '');

function definition({ DefinitionString, Definition, DefinitionSubstitutions = {} }, known) {
  const text = DefinitionString ?? (Definition && JSON.stringify(Definition));
  if (text === undefined) throw new Error('the definition of a state machine is not in the template');
  const filled = valueOf(text, known).replace(/\$\{(\w+)\}/g, (whole, name) =>
    name in DefinitionSubstitutions ? valueOf(DefinitionSubstitutions[name], known) : whole);
  return JSON.parse(filled);
}

function valueOf(token, known) {
  if (typeof token === 'string') return token;
  if (token['Fn::Join']) {
    const [separator, parts] = token['Fn::Join'];
    return parts.map(part => valueOf(part, known)).join(separator);
  }
  if (token['Fn::GetAtt']) return attribute(token['Fn::GetAtt'], known);
  if (token.Ref) return pseudo[token.Ref] ?? known.naming(token.Ref);
  throw new Error(`the template has a token that is not understood: ${JSON.stringify(token)}`);
}

function attribute([id, name], { resources, functionType, naming }) {
  const isFunction = resources[id]?.Type === functionType && name === 'Arn';
  return isFunction ? functionArn(naming(id)) : `${naming(id)}.${name}`;
}
