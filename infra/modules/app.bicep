// The Functions app on the Flex Consumption plan.

param name string
param planName string
param location string
param tags object
param identityId string
param identityClientId string
param storageAccountName string

@description('Where deployments put the app\'s package.')
param packageContainerUrl string

param instanceMemoryMB int
param maximumInstanceCount int

@description('Client id of the app registration for Microsoft Entra; empty for none.')
param entraClientId string

@description('The app\'s own settings. One that is empty is left out: the app then goes by its default.')
param settings object

// Storage is reached with the identity (https://learn.microsoft.com/azure/azure-functions/functions-reference#connections).
var hostSettings = {
  AzureWebJobsStorage__accountName: storageAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
}

// Workers of .NET 10 crash on Flex Consumption where they start from the platform's warm placeholders
// (https://github.com/Azure/azure-functions-dotnet-worker/issues/3335). Without them a cold start takes some seconds longer.
var workerSettings = {
  WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'
}

// Signing in takes no client secret: the identity vouches for the app registration, as its federated credential.
var federatedSecret = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
var entraSettings = empty(entraClientId) ? {} : { '${federatedSecret}': identityClientId }

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  kind: 'functionapp'
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: 'Enabled'
    siteConfig: { minTlsVersion: '1.2', ftpsState: 'Disabled' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: instanceMemoryMB, maximumInstanceCount: maximumInstanceCount }
      // Never two versions at a time: what is at work is ended, and goes on in the new one. The compiler's types lack it.
      #disable-next-line BCP037
      siteUpdateStrategy: { type: 'Recreate' }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(
      hostSettings,
      workerSettings,
      entraSettings,
      toObject(filter(items(settings), setting => !empty(setting.value)), setting => setting.key, setting => string(setting.value)))
  }

  // Deployments go with the identity of who deploys, never with a password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  // Everybody is let through to the app, which lets in keys, people with a role, and what is meant for anybody.
  resource auth 'config' = if (!empty(entraClientId)) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: entraClientId
            clientSecretSettingName: federatedSecret
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: { allowedAudiences: [entraClientId, 'api://${entraClientId}'] }
        }
      }
      login: { tokenStore: { enabled: false } }
      httpSettings: { requireHttps: true }
    }
    dependsOn: [appSettings]
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
