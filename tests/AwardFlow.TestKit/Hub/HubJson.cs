using System.Text.Json;
using DurableTask.Core.Serializing;

namespace AwardFlow.TestKit.Hub;

/// <summary>What the client of the engine sends, written as the worker reads it.</summary>
internal sealed class HubJson : DataConverter
{
    public override string Serialize(object value) => JsonSerializer.Serialize(value);

    public override string Serialize(object value, bool formatted) => Serialize(value);

    public override object? Deserialize(string data, Type objectType) => JsonSerializer.Deserialize(data, objectType);
}
