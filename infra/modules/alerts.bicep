// Mails a person when a cycle cannot go on by itself, or when many letters come back.

param name string
param location string
param tags object
param workspaceId string
param email string
param bouncesPerHour int

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'AwardFlow'
    enabled: true
    emailReceivers: [{ name: 'email', emailAddress: email, useCommonAlertSchema: true }]
  }
}

// The queries look for the words of AwardFlow's own log lines.
resource orchestrationFailed 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'orchestration-failed-${name}'
  location: location
  tags: tags
  properties: {
    displayName: 'A cycle\'s orchestration failed'
    description: 'The sweep starts it again. The cycle\'s page and the log say why it failed.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT10M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where Message has "its orchestration failed"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}

resource mailBounced 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'mail-bounced-${name}'
  location: location
  tags: tags
  properties: {
    displayName: 'Many mails bounced'
    description: 'The delivery ledger says which and why.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where Message has "its mail bounced"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: bouncesPerHour
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}

resource sweepSilent 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'sweep-silent-${name}'
  location: location
  tags: tags
  properties: {
    displayName: 'The sweep does not run'
    description: 'It runs every few minutes; the app does not start, or a cycle cannot be seen to. Look at the app\'s log.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where Message has "The sweep saw to every cycle"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}

resource capReached 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'cap-reached-${name}'
  location: location
  tags: tags
  properties: {
    displayName: 'Telemetry reached its daily cap'
    description: 'Until the next day nothing is recorded, and the other alerts see nothing.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: '_LogOperation | where Category =~ "Ingestion" | where Detail contains "OverQuota"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}
