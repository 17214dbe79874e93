// Compiled by orklint from the workflow metadata; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class MetadataStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const submitFn = new PythonFunction(this, 'submit_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'submit',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const logFn = new PythonFunction(this, 'log_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'log',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const askFn = new PythonFunction(this, 'ask_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'ask',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const storeFn = new PythonFunction(this, 'store_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'store',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const submit = new tasks.LambdaInvoke(this, 'submit', {
      lambdaFunction: submitFn,
      outputPath: '$.Payload',
    });
    const log = new tasks.LambdaInvoke(this, 'log', {
      lambdaFunction: logFn,
      payload: sfn.TaskInput.fromJsonPathAt('$.entry'),
      invocationType: tasks.LambdaInvocationType.EVENT,
      qualifier: 'live',
    });
    const ask = new tasks.LambdaInvoke(this, 'ask', {
      lambdaFunction: askFn,
      payload: sfn.TaskInput.fromObject({
        token: sfn.JsonPath.taskToken,
        'question.$': '$.question',
      }),
      integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    });
    const store = new tasks.LambdaInvoke(this, 'store', {
      lambdaFunction: storeFn,
      payloadResponseOnly: true,
      payload: sfn.TaskInput.fromObject({ 'answer.$': '$.answer', source: 'ask' }),
    });

    const definition = submit.next(log).next(ask).next(store);
    this.stateMachine = new sfn.StateMachine(this, 'metadata', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
