using AwardFlow.Cycles;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AwardFlow.Web.Answers;

/// <summary>Says in the API's description that ids, codes and names are plain strings.</summary>
internal static class TextSchemas
{
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (context.JsonTypeInfo.Type is var type && (type == typeof(CycleId) || type == typeof(EntryCode) || type == typeof(JudgeName)))
        {
            schema.Type = JsonSchemaType.String;
        }
        return Task.CompletedTask;
    }
}
