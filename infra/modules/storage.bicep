// The storage account of AwardFlow and of the Functions host: reached with the app's identity alone, never with a key.

param name string
param location string
param tags object

@description('How the account is replicated.')
param sku string

@description('Object id of the app\'s identity.')
param principalId string

@description('How many days deleted documents can be brought back.')
param softDeleteDays int = 14

@description('To how many days back documents can be taken to a point in time, fewer than they are kept when deleted; 0 for not at all.')
param restoreDays int = 7

@description('For how many days nobody, not even an owner, alters or erases a rendered document; 0 for off. Once on, it stays.')
param immutableLettersDays int = 0

var isImmutable = immutableLettersDays > 0
// Azure has no point-in-time restore beside immutable versions.
var isRestorable = restoreDays > 0 && !isImmutable

// What the app makes for itself at its start too, where it may (AwardStorage.CreateAsync).
var containers = ['uploads', 'letters', 'results', 'exports']
var tables = ['rows']
var packages = 'packages'

// Owner, because the Functions host asks for it: it takes leases for its locks and timers. Queues are Durable Task's.
var roles = {
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku }
  kind: 'StorageV2'
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      isVersioningEnabled: true
      changeFeed: { enabled: isRestorable, retentionInDays: isRestorable ? softDeleteDays : null }
      restorePolicy: { enabled: isRestorable, days: isRestorable ? restoreDays : null }
    }

    resource container 'containers' = [for container in concat(containers, [packages]): {
      name: container
      properties: {
        publicAccess: 'None'
        // Versions, not blobs: a document is rendered again when a cycle is sent back, beside the version that stays.
        immutableStorageWithVersioning: isImmutable && container == 'letters' ? { enabled: true } : null
      }
    }]
  }

  // What was erased is gone when it can be brought back no more, its earlier versions too.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'earlier-versions'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'] }
              actions: { version: { delete: { daysAfterCreationGreaterThan: softDeleteDays } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for table in tables: {
      name: table
    }]
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles): {
  name: guid(account.id, principalId, role.value)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    description: role.key
  }
}]

resource letters 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: account::blobs
  name: 'letters'
}

resource immutable 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = if (isImmutable) {
  parent: letters
  name: 'default'
  properties: { immutabilityPeriodSinceCreationInDays: immutableLettersDays, allowProtectedAppendWrites: false }
  dependsOn: [account::blobs::container]
}

output name string = account.name
output packageContainerUrl string = '${account.properties.primaryEndpoints.blob}${packages}'
