// Compiled by orklint from the workflow recall_batch; change its .ork file instead.

import { Aws, CfnParameter, Duration, Fn, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

export class RecallBatchStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const announceParameter = new CfnParameter(this, 'Announce');
    const announceFn = lambda.Function.fromFunctionArn(
      this,
      'announce_fn',
      announceParameter.valueAsString,
    );
    const emptyQueueParameter = new CfnParameter(this, 'EmptyQueue');
    const emptyQueueFn = lambda.Function.fromFunctionArn(
      this,
      'empty_queue_fn',
      emptyQueueParameter.valueAsString,
    );
    const planSearchesParameter = new CfnParameter(this, 'PlanSearches');
    const planSearchesFn = lambda.Function.fromFunctionArn(
      this,
      'plan_searches_fn',
      planSearchesParameter.valueAsString,
    );
    const searchNextParameter = new CfnParameter(this, 'SearchNext');
    const searchNextFn = lambda.Function.fromFunctionArn(
      this,
      'search_next_fn',
      searchNextParameter.valueAsString,
    );
    const fetchingArnParameter = new CfnParameter(this, 'FetchingArn');

    const begin = new sfn.Pass(this, 'begin', {
      parameters: { 'batch.$': '$.batch', 'pause.$': '$.pause', 'searches.$': '$.searches' },
    });
    const sayBegin = new tasks.LambdaInvoke(this, 'say_begin', {
      lambdaFunction: announceFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      resultPath: sfn.JsonPath.DISCARD,
    });

    const emptySearches = new tasks.LambdaInvoke(this, 'empty_searches', {
      lambdaFunction: emptyQueueFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    emptySearches.addRetry({
      errors: ['States.ALL'],
      interval: Duration.seconds(2),
      maxAttempts: 3,
    });
    const emptyFinds = new tasks.LambdaInvoke(this, 'empty_finds', {
      lambdaFunction: emptyQueueFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    emptyFinds.addRetry({ errors: ['States.ALL'], interval: Duration.seconds(2), maxAttempts: 3 });
    const emptyQueues = new sfn.Parallel(this, 'empty_queues', { resultPath: sfn.JsonPath.DISCARD }).branch(
      emptySearches,
      emptyFinds,
    );

    const saySearching = new tasks.LambdaInvoke(this, 'say_searching', {
      lambdaFunction: announceFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      resultPath: sfn.JsonPath.DISCARD,
    });
    const planSearches = new tasks.LambdaInvoke(this, 'plan_searches', {
      lambdaFunction: planSearchesFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      resultPath: '$.plan',
    });
    const sayPlanned = new tasks.LambdaInvoke(this, 'say_planned', {
      lambdaFunction: announceFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      resultPath: sfn.JsonPath.DISCARD,
    });
    const searchNext = new tasks.LambdaInvoke(this, 'search_next', {
      lambdaFunction: searchNextFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const choice = new sfn.Choice(this, 'choice');
    const wait = new sfn.Wait(this, 'wait', { time: sfn.WaitTime.secondsPath('$.pause') });
    const sayFound = new tasks.LambdaInvoke(this, 'say_found', {
      lambdaFunction: announceFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      resultPath: sfn.JsonPath.DISCARD,
    });
    const sayFetching = new tasks.LambdaInvoke(this, 'say_fetching', {
      lambdaFunction: announceFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      resultPath: sfn.JsonPath.DISCARD,
    });
    const fetchCrates = new sfn.CustomState(this, 'fetch_crates', {
      stateJson: {
        Type: 'Task',
        Comment: 'Fetches the crates, and waits until all are back.',
        Resource: 'arn:aws:states:::states:startExecution.sync',
        Parameters: {
          StateMachineArn: fetchingArnParameter.valueAsString,
          Input: { 'batch.$': '$.batch' },
        },
        TimeoutSeconds: 604800,
        ResultPath: '$.fetched',
      },
    });
    const sayFetched = new tasks.LambdaInvoke(this, 'say_fetched', {
      lambdaFunction: announceFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const failed = new sfn.Pass(this, 'failed', {
      parameters: { phase: 'recall', 'trouble.$': '$.trouble' },
    });
    const searchFailed = new sfn.Pass(this, 'search_failed', {
      parameters: { phase: 'search', 'trouble.$': '$.trouble' },
    });
    const fetchFailed = new sfn.Pass(this, 'fetch_failed', {
      parameters: { phase: 'fetch', 'trouble.$': '$.trouble' },
    });
    const sayFailed = new tasks.LambdaInvoke(this, 'say_failed', {
      lambdaFunction: announceFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    sayBegin.addCatch(failed, { resultPath: '$.trouble' });
    emptyQueues.addCatch(failed, { resultPath: '$.trouble' });
    saySearching.addCatch(failed, { resultPath: '$.trouble' });
    planSearches.addCatch(searchFailed, { resultPath: '$.trouble' });
    sayPlanned.addCatch(searchFailed, { resultPath: '$.trouble' });
    searchNext.addCatch(searchFailed, { resultPath: '$.trouble' });
    choice
      .when(sfn.Condition.numberEquals('$.searches.open', 0), sayFound)
      .when(sfn.Condition.numberGreaterThan('$.searches.open', 0), wait)
      .otherwise(wait);
    sayFound.addCatch(failed, { resultPath: '$.trouble' });
    sayFetching.addCatch(failed, { resultPath: '$.trouble' });
    fetchCrates.addCatch(fetchFailed, { resultPath: '$.trouble' });
    wait.next(searchNext);
    sayFound.next(sayFetching).next(fetchCrates).next(sayFetched);
    failed.next(sayFailed);
    searchFailed.next(sayFailed);
    fetchFailed.next(sayFailed);

    const definition = begin
      .next(sayBegin)
      .next(emptyQueues)
      .next(saySearching)
      .next(planSearches)
      .next(sayPlanned)
      .next(searchNext)
      .next(choice);
    this.stateMachine = new sfn.StateMachine(this, 'recall_batch', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['states:StartExecution'],
      resources: [fetchingArnParameter.valueAsString],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['states:DescribeExecution', 'states:StopExecution'],
      resources: [
        Fn.join(
          '',
          [
            `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:`,
            Fn.select(6, Fn.split(':', fetchingArnParameter.valueAsString)),
            ':*',
          ],
        ),
      ],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: [
        `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`,
      ],
    }));
  }
}
