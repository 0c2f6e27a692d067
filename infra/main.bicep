// AwardFlow on Azure: `azd up` runs this for a subscription and makes one resource group with all that the app needs.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Name of the environment; the resource group and the resources are named after it.')
param environmentName string

@minLength(1)
@description('Region. It must offer the Flex Consumption plan.')
param location string

@description('Object id of the person or pipeline that deploys: it may read the API keys in the vault. Empty for nobody.')
param principalId string = ''

@allowed(['User', 'ServicePrincipal', 'Group'])
@description('What the object id names.')
param principalType string = 'User'

@allowed(['sendgrid', 'smtp'])
@description('How mail goes out. An outbox of files would be lost with the instance that wrote it, so there is none here.')
param mailTransport string = 'sendgrid'

@description('The sender\'s address. Empty for the organiser\'s saraban address of each cycle.')
param mailFrom string = ''

@description('Where all mail goes instead of the real addresses, for a rehearsal. Empty for the real addresses.')
param mailRedirectTo string = ''

@description('The most mails a minute for a cycle. Empty for no bound, which suits SendGrid; a relay of your own needs one.')
param mailPerMinute string = ''

@description('How long handing over one mail may take, such as 00:01:00. Empty for the transport\'s own patience.')
param mailTimeout string = ''

@description('How long a mail whose outcome is unknown waits before it is decided on, such as 00:05:00. Empty for five minutes.')
param mailReconcileAfter string = ''

@allowed(['', 'resend', 'hold'])
@description('What becomes of a mail whose outcome stays unknown. Empty for resend.')
param mailWhenUnsure string = ''

@secure()
@description('SendGrid\'s API key with the permission Mail Send. Empty keeps the one that is in the vault.')
param sendGridApiKey string = ''

@description('SendGrid\'s address; https://api.eu.sendgrid.com for the EU region. Empty for https://api.sendgrid.com.')
param sendGridBaseUrl string = ''

@allowed(['', 'true', 'false'])
@description('true: SendGrid checks mails and sends none. Empty for false.')
param sendGridSandbox string = ''

@description('The public key of SendGrid\'s signed event webhook. Empty while there is none; then no event is taken.')
param sendGridWebhookPublicKey string = ''

@description('Where recipients reach the receipt pages, such as https://award.example.go.th. Empty for the app\'s own address.')
param receiptsBaseUrl string = ''

@description('The SMTP server.')
param smtpHost string = ''

@description('Its port. Empty for the usual one of its security.')
param smtpPort string = ''

@allowed(['', 'starttls', 'tls', 'none'])
@description('How its connection is secured. Empty for starttls.')
param smtpSecurity string = ''

@description('Who signs in there. Empty for nobody.')
param smtpUser string = ''

@secure()
@description('The password for it. Empty keeps the one that is in the vault.')
param smtpPassword string = ''

@description('SHA-256 of the SMTP server\'s certificate, where no authority vouches for it.')
param smtpCertificateSha256 string = ''

@description('The name that the relay is greeted with (EHLO); empty for the machine\'s own.')
param smtpHello string = ''

@description('When the sweep runs, as an NCRONTAB expression in UTC.')
param closingSweep string = '0 */5 * * * *'

@allowed(['required', 'none'])
@description('Whether letters wait for a second person where a cycle does not say otherwise.')
param approvalDefault string = 'required'

@description('For how many seconds an approval can be taken back before the first mail goes out, 0 to 3600. Empty for 60.')
param approvalUndoSeconds string = ''

@description('Who holds which title, where cycles ask for approvals by title: such as ผู้อำนวยการ=aad:OBJECT-ID; หัวหน้าศูนย์=key:NAME. Empty for nobody.')
param approvalPositions string = ''

@description('Addresses of operators who are told by mail when scores lack, a cycle is sent back or letters come back, with commas between. Empty for nobody.')
param noticesOperators string = ''

@description('Addresses of approvers who are told by mail when letters await approval, with commas between. Empty for nobody.')
param noticesApprovers string = ''

@description('Where the office reaches the pages, for links in notices. Empty for the app\'s own address.')
param officeUrl string = ''

@description('Client id of the app registration in Microsoft Entra that people sign in with. Empty for API keys alone.')
param entraClientId string = ''

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
@description('How storage is replicated: ZRS outlives the loss of a building; a region without zones has LRS.')
param storageSku string = 'Standard_ZRS'

@minValue(0)
@maxValue(146000)
@description('For how many days nobody, not even an owner, alters or erases a rendered document; 0 for off. Once on, it stays.')
param immutableLettersDays int = 0

@description('For how many days files that were refused are kept (30). Empty for as usual (docs/records.md).')
param retentionRefusedUploadsDays string = ''

@description('For how many days names of who registered letters are kept once a cycle is over. Empty for as usual (docs/records.md).')
param retentionReceiptNamesDays string = ''

@description('For how many days telephone numbers are kept once a cycle is over (365). Empty for as usual (docs/records.md).')
param retentionTelephonesDays string = ''

@description('For how many days scores by judge are kept once a cycle is over. Empty for as usual (docs/records.md).')
param retentionScoresByJudgeDays string = ''

@description('For how many days judges’ addresses and links, and notices, are kept once a cycle is over (365). Empty for as usual (docs/records.md).')
param retentionJudgesAndNoticesDays string = ''

@description('For how many days cycles that were never opened are kept. Empty for as usual (docs/records.md).')
param retentionDraftsDays string = ''

@description('For how many days a cycle with its letters and ledger is kept once it is over, at least 3653. Empty for as usual (docs/records.md).')
param retentionCycleDays string = ''

@description('For how many days exports of rows are kept, 0 to 90; 0 for none (14). Empty for as usual (docs/records.md).')
param exportKeepDays string = ''

// Host and worker together took some 600 MB at 2,000 entries, so the smallest size is none.
@allowed([2048, 4096])
@description('Memory of an instance in MB.')
param instanceMemoryMB int = 2048

@minValue(1)
@maxValue(1000)
@description('The most instances at a time. Each adds its share to the load on the mail service.')
param maximumInstanceCount int = 40

@description('Who is mailed when something goes wrong. Empty for no alerts.')
param alertEmail string = ''

@minValue(0)
@description('More bounced mails than this in an hour raise an alert.')
param bouncesPerHour int = 20

@description('How many days logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('The most telemetry that is taken in a day, in GB, such as 0.5; -1 for no bound. What comes after it is lost until the next day.')
param dailyCapGB string = '0.5'

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-awardflow-${token}', location: location, tags: tags }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: { name: 'st${token}', location: location, tags: tags, sku: storageSku, principalId: identity.outputs.principalId, immutableLettersDays: immutableLettersDays }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    readerPrincipalId: principalId
    readerPrincipalType: principalType
    sendGridApiKey: sendGridApiKey
    smtpPassword: smtpPassword
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { name: 'awardflow-${token}', location: location, tags: tags, retentionDays: logRetentionDays, dailyCapGB: dailyCapGB }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: 'func-awardflow-${token}'
    planName: 'plan-awardflow-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageAccountName: storage.outputs.name
    packageContainerUrl: storage.outputs.packageContainerUrl
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    entraClientId: entraClientId
    settings: {
      Telemetry__ConnectionString: monitoring.outputs.connectionString
      ClosingSweep: closingSweep
      Api__Keys__operator: vault.outputs.references.operatorKey
      Api__Keys__operator__Role: 'operator'
      Api__Keys__approver: vault.outputs.references.approverKey
      Api__Keys__approver__Role: 'approver'
      Approval__Default: approvalDefault
      Approval__UndoSeconds: approvalUndoSeconds
      Approval__Positions: approvalPositions
      Notices__Operators: noticesOperators
      Retention__RefusedUploadsDays: retentionRefusedUploadsDays
      Retention__ReceiptNamesDays: retentionReceiptNamesDays
      Retention__TelephonesDays: retentionTelephonesDays
      Retention__ScoresByJudgeDays: retentionScoresByJudgeDays
      Retention__JudgesAndNoticesDays: retentionJudgesAndNoticesDays
      Retention__DraftsDays: retentionDraftsDays
      Retention__CycleDays: retentionCycleDays
      Export__KeepDays: exportKeepDays
      Notices__Approvers: noticesApprovers
      Office__Url: empty(officeUrl) ? 'https://func-awardflow-${token}.azurewebsites.net' : officeUrl
      Mail__Transport: mailTransport
      Mail__From: mailFrom
      Mail__RedirectTo: mailRedirectTo
      Mail__PerMinute: mailPerMinute
      Mail__Timeout: mailTimeout
      Mail__ReconcileAfter: mailReconcileAfter
      Mail__WhenUnsure: mailWhenUnsure
      SendGrid__ApiKey: mailTransport == 'sendgrid' ? vault.outputs.references.sendGridApiKey : ''
      SendGrid__BaseUrl: sendGridBaseUrl
      SendGrid__Sandbox: sendGridSandbox
      SendGrid__WebhookPublicKey: sendGridWebhookPublicKey
      Receipts__BaseUrl: empty(receiptsBaseUrl) ? 'https://func-awardflow-${token}.azurewebsites.net' : receiptsBaseUrl
      Receipts__Key: vault.outputs.references.receiptsKey
      Smtp__Host: smtpHost
      Smtp__Port: smtpPort
      Smtp__Security: smtpSecurity
      Smtp__User: smtpUser
      Smtp__Password: empty(smtpUser) ? '' : vault.outputs.references.smtpPassword
      Smtp__CertificateSha256: smtpCertificateSha256
      Smtp__Hello: smtpHello
    }
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  scope: group
  params: {
    name: 'awardflow-${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    email: alertEmail
    bouncesPerHour: bouncesPerHour
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output SERVICE_API_NAME string = app.outputs.name
output SERVICE_API_URL string = app.outputs.url
