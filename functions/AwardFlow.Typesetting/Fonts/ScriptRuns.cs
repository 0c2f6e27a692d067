using HarfBuzzSharp;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>Splits text into stretches of one script each.</summary>
internal static class ScriptRuns
{
    /// <summary>The stretches of a text in order; characters without a script of their own stay with what they follow.</summary>
    public static IEnumerable<ScriptRun> Of(string text)
    {
        var start = 0;
        Script? script = null;
        for (var i = 0; i < text.Length; i++)
        {
            var own = ScriptOf(text[i]);
            if (own is null || own == script)
            {
                continue;
            }
            if (script is not null)
            {
                yield return Run(start, i, script);
                start = i;
            }
            script = own;
        }
        if (start < text.Length)
        {
            yield return Run(start, text.Length, script);
        }
    }

    // The Thai block without the baht sign, which is a symbol common to all scripts; other letters are shaped as Latin ones.
    private static Script? ScriptOf(char c) => c switch
    {
        >= '\u0e01' and <= '\u0e5b' and not '\u0e3f' => Script.Thai,
        >= '\u0e80' and <= '\u0eff' => Script.Lao,
        >= '\u3041' and <= '\u309f' => Script.Hiragana,
        >= '\u30a1' and <= '\u30fa' => Script.Katakana,
        >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' => Script.Han,
        _ => char.IsLetter(c) ? Script.Latin : null,
    };

    private static ScriptRun Run(int start, int end, Script? script) => new(start, end - start, script ?? Script.Latin);
}
