// Compiled by orklint from the workflow news; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class NewsStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const readFeedFn = new PythonFunction(this, 'read_feed_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'read_feed',
      runtime: lambda.Runtime.PYTHON_3_13,
      environment: {
        POWERTOOLS_SERVICE_NAME: 'read_feed',
        POWERTOOLS_METRICS_NAMESPACE: 'read_feed',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const storeNewsFn = new PythonFunction(this, 'store_news_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'store_news',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.seconds(10),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'store_news',
        POWERTOOLS_METRICS_NAMESPACE: 'store_news',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const tidyUpFn = new PythonFunction(this, 'tidy_up_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'tidy_up',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const readFeed = new tasks.LambdaInvoke(this, 'read_feed', {
      lambdaFunction: readFeedFn,
      payloadResponseOnly: true,
    });
    const storeNews = new tasks.LambdaInvoke(this, 'store_news', {
      lambdaFunction: storeNewsFn,
      payloadResponseOnly: true,
    });
    const tidyUp = new tasks.LambdaInvoke(this, 'tidy_up', {
      lambdaFunction: tidyUpFn,
      payloadResponseOnly: true,
    });

    const definition = readFeed.next(storeNews).next(tidyUp);
    this.stateMachine = new sfn.StateMachine(this, 'news', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
