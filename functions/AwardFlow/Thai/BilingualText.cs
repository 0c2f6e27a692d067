namespace AwardFlow.Thai;

/// <summary>A text for people in both languages, side by side, so that neither can be forgotten.</summary>
/// <param name="English">In English.</param>
/// <param name="Thai">In Thai, as an office writes it.</param>
public readonly record struct BilingualText(string English, string Thai)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Thai ? Thai : English;

    /// <summary>The text in English.</summary>
    public override string ToString() => English;
}
