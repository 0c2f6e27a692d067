using System.Text.Json;
using AwardFlow.Thai;

namespace AwardFlow.Storage;

/// <summary>A JSON document has something in place of a time.</summary>
/// <param name="text">What it has.</param>
public sealed class NoSuchTimeException(string text) : JsonException(Say(text).English)
{
    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; } = Say(text);

    private static BilingualText Say(string text) => new(
        $"'{text}' is not a time with its offset, such as 2021-10-08T16:30:00+07:00.",
        $"“{text}” ไม่ใช่วันเวลาพร้อมเขตเวลา โปรดเขียนเช่น 2021-10-08T16:30:00+07:00");
}
