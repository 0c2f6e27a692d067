using ICU4N.Impl;
using ICU4N.Util;

namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// The Thai words that line breaking knows: the dictionary that ICU carries, the compounds and loan words of
/// <c>thai-compounds.txt</c> and <c>thai-loan-words.txt</c>, and the places of <c>thai-places.txt</c>. A tree of letters, so
/// that all words that begin at a place of a text are found in one walk.
/// </summary>
internal sealed class ThaiLexicon
{
    private const char FirstLetter = '\u0e00';

    // So long a place's name is one wherever it stands; a short one only after its label (ตำบลนาใน).
    private const int UnmistakablePlace = 7;

    // Words of the dictionary that letters do not use, and that other words are mistaken for.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Misleading =
        new HashSet<string>(StringComparer.Ordinal) { "เมือ", "รน", "นพ", "แดช", "ได้ที่", "ที่มี", "รม", "กลา", "ตบ", "นข", "งก", "ขง", "กช", "กน", "คช", "คห", "ฉม", "ฉล", "ชย", "ชร", "ชว", "ซก", "ดล", "ทก", "ธม", "ธร", "นท", "นบ", "นภ", "นร", "นว", "บง", "บร", "ปง", "ปร", "ฟก", "มร", "มล", "ยล", "รณ", "ฤณ", "ฤต", "วก", "ศต", "ศร", "ศว", "ศอ", "สล", "สห", "ชก", "อช", "กอ", "รี", "เชีย" }.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<Node> _nodes = [new('\0')];
    private readonly int[] _roots = new int[128];

    private ThaiLexicon()
    {
    }

    /// <summary>The dictionary alone: it takes compounds apart.</summary>
    public static ThaiLexicon Dictionary { get; } = new ThaiLexicon().AddDictionary();

    /// <summary>The dictionary, compounds, loan words, and places that nothing else looks like.</summary>
    public static ThaiLexicon Full { get; } = new ThaiLexicon().AddDictionary()
        .Add(Listed("thai-compounds.txt")).Add(Listed("thai-loan-words.txt")).Add(Listed("thai-places.txt").Where(place => place.Length >= UnmistakablePlace));

    /// <summary>Short words that stand for themselves wherever they are.</summary>
    public static ThaiLexicon Common { get; } = new ThaiLexicon().Add(Listed("thai-common-words.txt"));

    /// <summary>Names of provinces, districts and subdistricts, without what they are.</summary>
    public static ThaiLexicon Places { get; } = new ThaiLexicon().Add(Listed("thai-places.txt"));

    /// <summary>The node that a walk comes to by a letter.</summary>
    /// <param name="node">Where it stands: 0 at a word's beginning.</param>
    /// <param name="letter">The letter.</param>
    /// <returns>The next node, or 0 where no word goes on so.</returns>
    public int Next(int node, char letter)
    {
        if (letter is < FirstLetter or > '\u0e7f')
        {
            return 0;
        }
        var next = node == 0 ? _roots[letter - FirstLetter] : _nodes[node].FirstChild;
        while (next != 0 && _nodes[next].Letter != letter)
        {
            next = _nodes[next].NextSibling;
        }
        return next;
    }

    /// <summary>Whether a word ends at a node.</summary>
    public bool EndsWord(int node) => _nodes[node].IsWord;

    /// <summary>Whether that word was listed by hand, so that it goes before the dictionary's where both fit.</summary>
    public bool IsListed(int node) => _nodes[node].IsListed;

    /// <summary>Whether a text is a word.</summary>
    public bool Has(ReadOnlySpan<char> text)
    {
        var node = 0;
        foreach (var letter in text)
        {
            node = Next(node, letter);
            if (node == 0)
            {
                return false;
            }
        }
        return EndsWord(node);
    }

    private ThaiLexicon Add(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Add(word, listed: true);
        }
        return this;
    }

    private void Add(ReadOnlySpan<char> word, bool listed)
    {
        var node = 0;
        foreach (var letter in word)
        {
            var next = Next(node, letter);
            if (next == 0)
            {
                next = _nodes.Count;
                if (node == 0)
                {
                    _roots[letter - FirstLetter] = next;
                    _nodes.Add(new Node(letter));
                }
                else
                {
                    _nodes.Add(new Node(letter) { NextSibling = _nodes[node].FirstChild });
                    _nodes[node] = _nodes[node] with { FirstChild = next };
                }
            }
            node = next;
        }
        if (node != 0)
        {
            _nodes[node] = _nodes[node] with { IsWord = true, IsListed = listed || _nodes[node].IsListed };
        }
    }

    // The file is a header, eight numbers and a tree of bytes, each a letter less the first of the Thai block (ICU's
    // dictionary format "Dict").
    private ThaiLexicon AddDictionary()
    {
        const int Numbers = 8 * sizeof(int);
        var file = ICUBinary.GetRequiredData("brkitr/thaidict.dict");
        var bytes = new byte[file.Remaining];
        file.Get(bytes);
        var header = (bytes[0] << 8) | bytes[1];
        Span<char> word = stackalloc char[128];
        foreach (var entry in new BytesTrie(bytes, header + Numbers))
        {
            var length = Math.Min(entry.BytesLength, word.Length);
            for (var i = 0; i < length; i++)
            {
                word[i] = (char)(FirstLetter + entry[i]);
            }
            if (!Misleading.Contains(word[..length]))
            {
                Add(word[..length], listed: false);
            }
        }
        return this;
    }

    private static IEnumerable<string> Listed(string resource)
    {
        using var reader = new StreamReader(typeof(ThaiLexicon).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            foreach (var word in line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.All(c => c is >= FirstLetter and <= '\u0e7f'))
                {
                    yield return word;
                }
            }
        }
    }

    private readonly record struct Node(char Letter)
    {
        public int FirstChild { get; init; }

        public int NextSibling { get; init; }

        public bool IsWord { get; init; }

        public bool IsListed { get; init; }
    }
}
