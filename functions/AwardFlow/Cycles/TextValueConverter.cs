using System.Text.Json;
using System.Text.Json.Serialization;

namespace AwardFlow.Cycles;

/// <summary>
/// Reads and writes a <see cref="TextValue{TSelf}"/> as a plain string. It does not check: what was stored was checked before, and of
/// what a person wrote <see cref="CycleDefinitionRules"/> names all faults at once.
/// </summary>
/// <typeparam name="TValue">The kind of text.</typeparam>
internal sealed class TextValueConverter<TValue> : JsonConverter<TValue>
    where TValue : TextValue<TValue>, ITextValue<TValue>
{
    public override TValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? TValue.Unchecked(reader.GetString()!)
        : throw new JsonException("The JSON value could not be converted to System.String.");

    public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);

    public override TValue ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TValue.Unchecked(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options) => writer.WritePropertyName(value.Text);
}
