using HarfBuzzSharp;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>Splits text into stretches of Thai and of other scripts.</summary>
internal static class ScriptRuns
{
    /// <summary>The stretches of a text in order; characters without a script of their own stay with what they follow.</summary>
    public static IEnumerable<ScriptRun> Of(string text)
    {
        var start = 0;
        bool? thai = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            bool? own = IsThai(c) ? true : char.IsLetter(c) ? false : null;
            if (own is null || own == thai)
            {
                continue;
            }
            if (thai is not null)
            {
                yield return Run(start, i, thai);
                start = i;
            }
            thai = own;
        }
        if (start < text.Length)
        {
            yield return Run(start, text.Length, thai);
        }
    }

    // The Thai block without the baht sign, which is a symbol common to all scripts.
    private static bool IsThai(char c) => c is >= '\u0e01' and <= '\u0e5b' and not '\u0e3f';

    private static ScriptRun Run(int start, int end, bool? thai) => new(start, end - start, thai == true ? Script.Thai : Script.Latin);
}
