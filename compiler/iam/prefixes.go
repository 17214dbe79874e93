package iam

import "strings"

// prefixes are the services whose prefix in IAM is not their name in the SDK, as name:prefix.
//
// Source: custom-resources/lib/helpers-internal/sdk-v3-metadata.json of aws-cdk-lib 2.276.0, names without their
// hyphens. The data planes of AWS IoT are iot in IAM:
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiot.html
var prefixes = pairs(`
	accessanalyzer:access-analyzer acmpca:acm-pca amp:aps apigatewaymanagementapi:execute-api
	apigatewayv2:apigateway appconfigdata:appconfig appintegrations:app-integrations
	applicationautoscaling:application-autoscaling applicationdiscoveryservice:discovery
	applicationsignals:application-signals applicationcostprofiler:application-cost-profiler
	arczonalshift:arc-zonal-shift autoscalingplans:autoscaling-plans backupgateway:backup-gateway
	backupsearch:backup-search bcmdataexports:bcm-data-exports bcmpricingcalculator:bcm-pricing-calculator
	bedrockagentruntime:bedrock bedrockagent:bedrock bedrockdataautomationruntime:bedrock
	bedrockdataautomation:bedrock bedrockruntime:bedrock chimesdkidentity:chime chimesdkmediapipelines:chime
	chimesdkmeetings:chime chimesdkmessaging:chime chimesdkvoice:chime cleanroomsml:cleanrooms-ml
	cloudcontrol:cloudformation cloudfrontkeyvaluestore:cloudfront-keyvaluestore cloudhsmv2:cloudhsm
	cloudsearchdomain:cloudsearch cloudtraildata:cloudtrail-data cloudwatchevents:events cloudwatchlogs:logs
	codegurureviewer:codeguru-reviewer codegurusecurity:codeguru-security codeguruprofiler:codeguru-profiler
	codestarconnections:codestar-connections codestarnotifications:codestar-notifications
	cognitoidentityprovider:cognito-idp cognitoidentity:cognito-identity cognitosync:cognito-sync
	computeoptimizer:compute-optimizer configservice:config connectcontactlens:connect
	connectcampaigns:connect-campaigns connectcampaignsv2:connect-campaigns connectcases:cases
	connectparticipant:execute-api costandusagereportservice:cur costexplorer:ce
	costoptimizationhub:cost-optimization-hub customerprofiles:profile databasemigrationservice:dms
	devopsguru:devops-guru directoryservicedata:ds-data directoryservice:ds docdbelastic:docdb-elastic docdb:rds
	dynamodbstreams:dynamodb ec2instanceconnect:ec2-instance-connect ecrpublic:ecr-public efs:elasticfilesystem
	eksauth:eks-auth elasticloadbalancingv2:elasticloadbalancing elasticsearchservice:es
	emrcontainers:emr-containers emrserverless:emr-serverless emr:elasticmapreduce eventbridge:events
	finspacedata:finspace-api forecastquery:forecast geomaps:geo-maps geoplaces:geo-places georoutes:geo-routes
	greengrassv2:greengrass inspectorscan:inspector-scan iotdataplane:iot ioteventsdata:iotevents
	iotjobsdataplane:iot iotsecuretunneling:IoTSecuredTunneling ivsrealtime:ivs kendraranking:kendra-ranking
	keyspaces:cassandra kinesisanalyticsv2:kinesisanalytics kinesisvideoarchivedmedia:kinesisvideo
	kinesisvideomedia:kinesisvideo kinesisvideosignaling:kinesisvideo kinesisvideowebrtcstorage:kinesisvideo
	lexmodelbuildingservice:lex lexmodelsv2:lex lexruntimeservice:lex lexruntimev2:lex
	licensemanagerlinuxsubscriptions:license-manager-linux-subscriptions
	licensemanagerusersubscriptions:license-manager-user-subscriptions licensemanager:license-manager
	location:geo mailmanager:ses managedblockchainquery:managedblockchain-query
	marketplaceagreement:aws-marketplace marketplacecatalog:aws-marketplace
	marketplacedeployment:aws-marketplace marketplaceentitlementservice:aws-marketplace
	marketplacemetering:aws-marketplace marketplacereporting:aws-marketplace mediapackagevod:mediapackage-vod
	mediastoredata:mediastore medicalimaging:medical-imaging migrationhubrefactorspaces:refactor-spaces
	migrationhub:mgh migrationhubconfig:mgh migrationhuborchestrator:migrationhub-orchestrator
	migrationhubstrategy:migrationhub-strategy mturk:mturk-requester mwaa:airflow neptunegraph:neptune-graph
	neptune:rds neptunedata:neptune-db networkfirewall:network-firewall
	notificationscontacts:notifications-contacts opensearch:es opensearchserverless:aoss opsworkscm:opsworks-cm
	partnercentralselling:partnercentral-selling paymentcryptographydata:payment-cryptography
	paymentcryptography:payment-cryptography pcaconnectorad:pca-connector-ad pcaconnectorscep:pca-connector-scep
	personalizeevents:personalize personalizeruntime:personalize pinpointemail:ses pinpointsmsvoicev2:sms-voice
	pinpointsmsvoice:sms-voice pinpoint:mobiletargeting qconnect:wisdom qldbsession:qldb rdsdata:rds-data
	redshiftdata:redshift-data redshiftserverless:redshift-serverless rekognitionstreaming:rekognition
	resourceexplorer2:resource-explorer-2 resourcegroupstaggingapi:tagging resourcegroups:resource-groups
	route53recoverycluster:route53-recovery-cluster route53recoverycontrolconfig:route53-recovery-control-config
	route53recoveryreadiness:route53-recovery-readiness s3control:s3 s3outposts:s3-outposts
	sagemakera2iruntime:sagemaker sagemakeredge:sagemaker sagemakerfeaturestoreruntime:sagemaker
	sagemakergeospatial:sagemaker-geospatial sagemakermetrics:sagemaker sagemakerruntime:sagemaker
	securityir:security-ir serverlessapplicationrepository:serverlessrepo
	servicecatalogappregistry:servicecatalog sesv2:ses sfn:states snowdevicemanagement:snow-device-management
	socialmessaging:social-messaging ssmcontacts:ssm-contacts ssmguiconnect:ssm-guiconnect
	ssmincidents:ssm-incidents ssmquicksetup:ssm-quicksetup ssmsap:ssm-sap ssoadmin:sso ssooidc:sso-oauth
	sso:awsssoportal supplychain:scn taxsettings:tax timestreaminfluxdb:timestream-influxdb
	timestreamquery:timestream timestreamwrite:timestream transcribestreaming:transcribe vpclattice:vpc-lattice
	wafregional:waf-regional workspacesthinclient:thinclient workspacesweb:workspaces-web
`)

func pairs(text string) map[string]string {
	m := map[string]string{}
	for _, pair := range strings.Fields(text) {
		name, value, _ := strings.Cut(pair, ":")
		m[name] = value
	}
	return m
}
