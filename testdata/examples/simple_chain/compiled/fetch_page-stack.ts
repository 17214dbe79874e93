// Compiled by orklint from the workflow fetch_page; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class FetchPageStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const fetchPageFn = new PythonFunction(this, 'fetch_page_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'fetch_page',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.seconds(20),
      tracing: lambda.Tracing.ACTIVE,
    });
    const extractTextFn = new PythonFunction(this, 'extract_text_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'extract_text',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const countWordsFn = new PythonFunction(this, 'count_words_fn', {
      entry: 'lambdas',
      index: 'words.py',
      handler: 'count',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const fetchPage = new tasks.LambdaInvoke(this, 'fetch_page', {
      lambdaFunction: fetchPageFn,
      payloadResponseOnly: true,
    });
    const extractText = new tasks.LambdaInvoke(this, 'extract_text', {
      lambdaFunction: extractTextFn,
      payloadResponseOnly: true,
    });
    const countWords = new tasks.LambdaInvoke(this, 'count_words', {
      lambdaFunction: countWordsFn,
      payloadResponseOnly: true,
    });

    const definition = fetchPage.next(extractText).next(countWords);
    this.stateMachine = new sfn.StateMachine(this, 'fetch_page2', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
