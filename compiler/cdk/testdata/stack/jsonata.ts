// Compiled by orklint from the workflow jsonata; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class JsonataStack extends Stack {
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
    const priceFn = new PythonFunction(this, 'price_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'price',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const submit = new tasks.LambdaInvoke(this, 'submit', {
      lambdaFunction: submitFn,
      assign: { total: '{% $sum($states.result.Payload.prices) %}' },
      outputs: '{% $states.result.Payload %}',
      queryLanguage: sfn.QueryLanguage.JSONATA,
    });
    const dear = new sfn.Choice(this, 'dear', { queryLanguage: sfn.QueryLanguage.JSONATA });
    const wait = new sfn.Wait(this, 'wait', {
      time: sfn.WaitTime.seconds('{% $total %}'),
      queryLanguage: sfn.QueryLanguage.JSONATA,
    });

    const price = new tasks.LambdaInvoke(this, 'price', {
      lambdaFunction: priceFn,
      payloadResponseOnly: true,
      payload: sfn.TaskInput.fromObject({ id: '{% $states.input.id %}' }),
      queryLanguage: sfn.QueryLanguage.JSONATA,
    });
    const each = new sfn.Map(this, 'each', {
      items: sfn.ProvideItems.jsonata('{% $states.input.items %}'),
      maxConcurrency: 3,
      queryLanguage: sfn.QueryLanguage.JSONATA,
    }).itemProcessor(price);

    const gaveUp = new sfn.Pass(this, 'gave_up', {
      outputs: { ok: false },
      queryLanguage: sfn.QueryLanguage.JSONATA,
    });
    submit.addCatch(gaveUp, { outputs: '{% $states.errorOutput %}' });
    dear
      .when(
        sfn.Condition.jsonata('{% $total > 100 %}'),
        gaveUp,
        { outputs: { total: '{% $total %}' } },
      )
      .otherwise(wait);
    wait.next(each);

    const definition = submit.next(dear);
    this.stateMachine = new sfn.StateMachine(this, 'jsonata', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      queryLanguage: sfn.QueryLanguage.JSONATA,
      tracingEnabled: true,
    });
  }
}
