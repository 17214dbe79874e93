// Compiled by orklint from the workflow awkward_names; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

/**
 * Names that are "hard" to write,
 * in two lines. * / """
 */
export class AwkwardNamesStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const lambdaFn = new PythonFunction(this, 'lambda_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'lambda',
      runtime: lambda.Runtime.PYTHON_3_13,
      description: "It's \"quoted\", with \\ and\na second line, `ticks` and {braces}.",
      tracing: lambda.Tracing.ACTIVE,
    });

    const from = new tasks.LambdaInvoke(this, 'from', {
      lambdaFunction: lambdaFn,
      payloadResponseOnly: true,
      comment: "It's {braced} and */ closed.",
    });
    const aBC = new tasks.LambdaInvoke(this, 'a-b c', {
      stateName: 'a/b c',
      lambdaFunction: lambdaFn,
      payloadResponseOnly: true,
      comment: "It's \"quoted\", with \\ and\na second line, `ticks` and {braces}.",
    });
    const dFinition = new sfn.Pass(this, 'définition', {
      result: sfn.Result.fromString(`żółć 😀 \u0001 ${lambdaFn.functionArn} {x} \`y\``),
    });
    const self = new sfn.Pass(this, 'self', { parameters: { 'a"b': 1e3, 'c d': ['x', 'y'] } });
    const awkwardNames = new sfn.CustomState(this, 'awkward_names', {
      stateJson: { Type: 'Pass', InputPath: sfn.JsonPath.DISCARD, Result: sfn.JsonPath.DISCARD },
    });
    const _2nd = new sfn.Pass(this, '2nd', { result: sfn.Result.fromNumber(-0.5) });

    const definition = from.next(aBC).next(dFinition).next(self).next(awkwardNames).next(_2nd);
    this.stateMachine = new sfn.StateMachine(this, 'awkward_names2', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      comment: 'Names that are "hard" to write,\nin two lines. */ """',
      tracingEnabled: true,
    });
  }
}
