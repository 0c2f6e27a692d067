using System.Numerics;
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
        new HashSet<string>(StringComparer.Ordinal)
        {
            "เมือ", "รน", "นพ", "แดช", "ได้ที่", "ที่มี", "รม", "กลา", "ตบ", "นข", "งก", "ขง", "กช", "กน", "คช", "คห", "ฉม",
            "ฉล", "ชย", "ชร", "ชว", "ซก", "ดล", "ทก", "ธม", "ธร", "นท", "นบ", "นภ", "นร", "นว", "บง", "บร", "ปง", "ปร", "ฟก",
            "มร", "มล", "ยล", "รณ", "ฤณ", "ฤต", "วก", "ศต", "ศร", "ศว", "ศอ", "สล", "สห", "ชก", "อช", "กอ", "รี", "เชีย",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly PackedNode[] _nodes;

    private ThaiLexicon(LetterTree words) => _nodes = words.Pack();

    /// <summary>The dictionary alone: it takes compounds apart.</summary>
    public static ThaiLexicon Dictionary { get; } = new(AddDictionary(new LetterTree()));

    /// <summary>The dictionary, compounds, loan words, and places that nothing else looks like.</summary>
    public static ThaiLexicon Full { get; } = new(AddDictionary(new LetterTree())
        .Add(Listed("thai-compounds.txt")).Add(Listed("thai-loan-words.txt")).Add(Listed("thai-places.txt").Where(place => place.Length >= UnmistakablePlace)));

    /// <summary>Short words that stand for themselves wherever they are.</summary>
    public static ThaiLexicon Common { get; } = new(new LetterTree().Add(Listed("thai-common-words.txt")));

    /// <summary>Names of provinces, districts and subdistricts, without what they are.</summary>
    public static ThaiLexicon Places { get; } = new(new LetterTree().Add(Listed("thai-places.txt")));

    /// <summary>The node that a walk comes to by a letter.</summary>
    /// <param name="node">Where it stands: 0 at a word's beginning.</param>
    /// <param name="letter">The letter.</param>
    /// <returns>The next node, or 0 where no word goes on so.</returns>
    public int Next(int node, char letter)
    {
        var bit = letter - FirstLetter;
        if ((uint)bit >= 128)
        {
            return 0;
        }
        ref readonly var at = ref _nodes[node];
        var (set, before) = bit < 64 ? (at.Low, 0) : (at.High, BitOperations.PopCount(at.Low));
        var mask = 1UL << (bit & 63);
        return (set & mask) == 0 ? 0 : at.FirstChild + before + BitOperations.PopCount(set & (mask - 1));
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

    // The file is a header, eight numbers and a tree of bytes, each a letter less the first of the Thai block (ICU's
    // dictionary format "Dict").
    private static LetterTree AddDictionary(LetterTree tree)
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
                tree.Add(word[..length], listed: false);
            }
        }
        return tree;
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

    /// <summary>A node as it is walked: a bit for each letter that goes on, and where the first of these stands; the others follow it.</summary>
    private readonly record struct PackedNode(ulong Low, ulong High, int FirstChild, bool IsWord, bool IsListed);

    /// <summary>The tree while words are added to it.</summary>
    private sealed class LetterTree
    {
        private readonly List<Node> _nodes = [new('\0')];

        public LetterTree Add(IEnumerable<string> words)
        {
            foreach (var word in words)
            {
                Add(word, listed: true);
            }
            return this;
        }

        public void Add(ReadOnlySpan<char> word, bool listed)
        {
            var node = 0;
            foreach (var letter in word)
            {
                var next = _nodes[node].FirstChild;
                while (next != 0 && _nodes[next].Letter != letter)
                {
                    next = _nodes[next].NextSibling;
                }
                if (next == 0)
                {
                    next = _nodes.Count;
                    _nodes.Add(new Node(letter) { NextSibling = _nodes[node].FirstChild });
                    _nodes[node] = _nodes[node] with { FirstChild = next };
                }
                node = next;
            }
            if (node != 0)
            {
                _nodes[node] = _nodes[node] with { IsWord = true, IsListed = listed || _nodes[node].IsListed };
            }
        }

        /// <summary>The nodes with the children of each side by side, by their letters.</summary>
        public PackedNode[] Pack()
        {
            var packed = new PackedNode[_nodes.Count];
            var order = new List<int>(_nodes.Count) { 0 };
            for (var at = 0; at < order.Count; at++)
            {
                var node = _nodes[order[at]];
                var first = order.Count;
                ulong low = 0, high = 0;
                for (var child = node.FirstChild; child != 0; child = _nodes[child].NextSibling)
                {
                    order.Add(child);
                    var bit = _nodes[child].Letter - FirstLetter;
                    low |= bit < 64 ? 1UL << bit : 0;
                    high |= bit < 64 ? 0 : 1UL << (bit - 64);
                }
                order.Sort(first, order.Count - first, Comparer<int>.Create((one, other) => _nodes[one].Letter.CompareTo(_nodes[other].Letter)));
                packed[at] = new PackedNode(low, high, first, node.IsWord, node.IsListed);
            }
            return packed;
        }

        private readonly record struct Node(char Letter)
        {
            public int FirstChild { get; init; }

            public int NextSibling { get; init; }

            public bool IsWord { get; init; }

            public bool IsListed { get; init; }
        }
    }
}
