// The vault: mail's secrets, and the API keys, which are made up at the first deployment and then left alone.

param name string
param location string
param tags object

@description('Object id of the app\'s identity: it may read secrets.')
param appPrincipalId string

@description('Object id of who else may read them; empty for nobody.')
param readerPrincipalId string

param readerPrincipalType string

@secure()
param sendGridApiKey string

@secure()
param smtpPassword string

@secure()
@description('Only the first deployment\'s counts. To change a key, set the secret in the vault.')
param operatorKey string = '${newGuid()}${newGuid()}'

@secure()
@description('As the operator\'s.')
param approverKey string = '${newGuid()}${newGuid()}'

@secure()
@description('Signs receipt links. Only the first deployment\'s counts: links that were mailed must go on working.')
param receiptsKey string = '${newGuid()}${newGuid()}'

var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
  }

  @onlyIfNotExists()
  resource operatorSecret 'secrets' = {
    name: 'api-key-operator'
    properties: { value: operatorKey }
  }

  @onlyIfNotExists()
  resource approverSecret 'secrets' = {
    name: 'api-key-approver'
    properties: { value: approverKey }
  }

  @onlyIfNotExists()
  resource receiptsSecret 'secrets' = {
    name: 'receipts-key'
    properties: { value: receiptsKey }
  }

  resource sendGridSecret 'secrets' = if (!empty(sendGridApiKey)) {
    name: 'sendgrid-api-key'
    properties: { value: sendGridApiKey }
  }

  resource smtpSecret 'secrets' = if (!empty(smtpPassword)) {
    name: 'smtp-password'
    properties: { value: smtpPassword }
  }
}

resource appReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, secretsUser)
  scope: vault
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: secretsUser }
}

resource readerReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(readerPrincipalId)) {
  name: guid(vault.id, readerPrincipalId, secretsUser)
  scope: vault
  properties: { principalId: readerPrincipalId, principalType: readerPrincipalType, roleDefinitionId: secretsUser }
}

output name string = vault.name

@description('What app settings say to be given the secrets. No secret is in it.')
output references object = {
  operatorKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/api-key-operator)'
  approverKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/api-key-approver)'
  receiptsKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/receipts-key)'
  sendGridApiKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/sendgrid-api-key)'
  smtpPassword: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/smtp-password)'
}
