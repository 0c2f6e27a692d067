using System.Collections.ObjectModel;
using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>What is wrong or odd as a code with its arguments, for programs and pages, and in words, for people.</summary>
/// <param name="Code">The code, in camelCase.</param>
/// <param name="Text">The words.</param>
/// <param name="Args">The arguments by name, as invariant text.</param>
public readonly record struct CodedText(string Code, BilingualText Text, IReadOnlyDictionary<string, string> Args)
{
    private static readonly ReadOnlyDictionary<string, string> None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>A code without arguments.</summary>
    public CodedText(string code, BilingualText text)
        : this(code, text, None)
    {
    }

    /// <summary>The words alone.</summary>
    public static implicit operator BilingualText(CodedText coded) => coded.Text;

    /// <summary>The words alone.</summary>
    public BilingualText ToBilingualText() => Text;
}
