using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace AwardFlow.Typesetting.Pdf.Joining;

/// <summary>
/// Joins PDF files to one, as they come: each is written and forgotten, so that of thousands only the places of their objects
/// stay in memory. Pages are as they were, byte for byte, and so is their structure: the joined file is as tagged as its parts.
/// What several files have alike, such as emblems, is written once. The same files give the same bytes.
/// </summary>
/// <param name="title">The joined file's title.</param>
/// <param name="author">Who it is from.</param>
/// <param name="date">Its date.</param>
public sealed class PdfBinder(string title, string author, DateTimeOffset date)
{
    // Branches of the trees of pages and of structure.
    private const int MostKids = 64;
    private const int MostKnown = 20_000;
    private const int Deepest = 64;

    private readonly ArrayBufferWriter<byte> _out = new(256 * 1024);
    private readonly XxHash128 _hash = new();
    private readonly List<long> _offsets = [];
    private readonly Dictionary<UInt128, int> _known = [];
    private readonly List<int> _branches = [];
    private readonly List<int> _branchPages = [];
    private readonly List<int> _structure = [];
    private readonly List<(int Key, int Parents)> _parents = [];
    private readonly List<(int First, int Last, int Node)> _parentNodes = [];
    private long _written;
    private int _tree;
    private int _root;
    private int _document;
    private int _nextKey;

    /// <summary>How many pages it has so far.</summary>
    public int Pages { get; private set; }

    /// <summary>Adds a file.</summary>
    /// <param name="file">The file, as AwardFlow writes it.</param>
    /// <exception cref="FormatException">It is not of such a form; then the joined file is spoilt.</exception>
    public void Add(ReadOnlyMemory<byte> file)
    {
        Begin();
        var source = new PdfSource(file);
        var copy = new Copy(this, source);
        foreach (var page in source.Pages())
        {
            if (_branchPages.Count == MostKids)
            {
                EndBranch();
            }
            if (_branchPages.Count == 0)
            {
                _branches.Add(Reserve());
            }
            _branchPages.Add(copy.Page(page, _branches[^1]));
            Pages++;
        }
        copy.Structure();
    }

    /// <summary>Takes what was written since it was last taken, to be sent on.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task FlushAsync(Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        await output.WriteAsync(_out.WrittenMemory, cancellationToken);
        _out.ResetWrittenCount();
    }

    /// <summary>Ends the file; what is left of it is to be flushed.</summary>
    public void Finish()
    {
        Begin();
        EndBranch();
        Object(_tree, Invariant($"<< /Type /Pages /Count {Pages} /Kids [{References(_branches)}] >>"));
        EndParents();
        Object(_document, Invariant($"<< /S /Document /P {_root} 0 R /K [{References(_structure)}] >>"));
        Object(_root, Invariant(
            $"<< /Type /StructTreeRoot /K {_document} 0 R /ParentTree << /Kids [{References(_parentNodes.Select(node => node.Node))}] >> /ParentTreeNextKey {_nextKey} >>"));
        var metadata = Stream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(XmpMetadata.Write(title, author, date)));
        var profile = Stream(Invariant($"/N 3 /Filter /FlateDecode /DL {SrgbProfile.Length}"), SrgbProfile.Deflated);
        var catalog = Object(Invariant(
            $"<< /Type /Catalog /Pages {_tree} 0 R /Metadata {metadata} 0 R /MarkInfo << /Marked true >> /StructTreeRoot {_root} 0 R /Lang (th) /ViewerPreferences << /DisplayDocTitle true >> /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R >>] >>"));
        var created = date.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        var info = Object(
            $"<< /Title {PdfFile.TextString(title)} /Author {PdfFile.TextString(author)} /Producer ({XmpMetadata.Producer}) /CreationDate ({created}) /ModDate ({created}) >>");
        var id = Convert.ToHexString(_hash.GetCurrentHash());
        var start = _written;
        Write(Encoding.Latin1.GetBytes(Invariant($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n")));
        foreach (var offset in _offsets)
        {
            Write(Encoding.Latin1.GetBytes(Invariant($"{offset:D10} 00000 n \n")));
        }
        Write(Encoding.Latin1.GetBytes(Invariant(
            $"trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n")));
    }

    private void Begin()
    {
        if (_tree == 0)
        {
            Write(Encoding.Latin1.GetBytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
            (_tree, _root, _document) = (Reserve(), Reserve(), Reserve());
        }
    }

    private void EndBranch()
    {
        if (_branchPages.Count > 0)
        {
            Object(_branches[^1], Invariant($"<< /Type /Pages /Parent {_tree} 0 R /Count {_branchPages.Count} /Kids [{References(_branchPages)}] >>"));
            _branchPages.Clear();
        }
    }

    private void AddParents(int key, int parents)
    {
        _parents.Add((key, parents));
        if (_parents.Count == MostKids)
        {
            EndParents();
        }
    }

    private void EndParents()
    {
        if (_parents.Count > 0)
        {
            var (first, last) = (_parents[0].Key, _parents[^1].Key);
            var nums = string.Join(' ', _parents.Select(each => Invariant($"{each.Key} {each.Parents} 0 R")));
            _parentNodes.Add((first, last, Object(Invariant($"<< /Limits [{first} {last}] /Nums [{nums}] >>"))));
            _parents.Clear();
        }
    }

    private int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count;
    }

    private int Object(string body)
    {
        var number = Reserve();
        Object(number, body);
        return number;
    }

    private void Object(int number, string body) => Object(number, Encoding.Latin1.GetBytes(body), default, isStream: false);

    private int Stream(string dictionary, ReadOnlySpan<byte> data)
    {
        var number = Reserve();
        Object(number, Encoding.Latin1.GetBytes(Invariant($"<< {dictionary} /Length {data.Length} >>")), data, isStream: true);
        return number;
    }

    private void Object(int number, ReadOnlySpan<byte> body, ReadOnlySpan<byte> data, bool isStream)
    {
        _offsets[number - 1] = _written;
        Write(Encoding.Latin1.GetBytes(Invariant($"{number} 0 obj\n")));
        Write(body);
        if (isStream)
        {
            Write("\nstream\n"u8);
            Write(data);
            Write("\nendstream"u8);
        }
        Write("\nendobj\n"u8);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _out.Write(bytes);
        _hash.Append(bytes);
        _written += bytes.Length;
    }

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => Invariant($"{number} 0 R")));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is copied of one file.</summary>
    private sealed class Copy(PdfBinder binder, PdfSource source)
    {
        private readonly Dictionary<int, int> _numbers = [];
        private readonly HashSet<int> _pages = [];
        private int _keys;

        // What stands in a page, and what stands in what.
        public int Page(int page, int parent)
        {
            _pages.Add(page);
            var number = Number(page);
            var value = source.Value(page);
            var changed = new ArrayBufferWriter<byte>();
            var reader = new PdfSyntax(value, 0);
            reader.Expect("<<"u8);
            changed.Write("<<"u8);
            while (!reader.TryTake(">>"u8))
            {
                var key = reader.Value();
                var entry = reader.Value();
                changed.Write(" "u8);
                changed.Write(key);
                changed.Write(" "u8);
                if (key.SequenceEqual("/Parent"u8))
                {
                    Text(changed, Invariant($"{parent} 0 R"));
                }
                else if (key.SequenceEqual("/StructParents"u8))
                {
                    var own = new PdfSyntax(entry, 0).Integer();
                    _keys = Math.Max(_keys, own + 1);
                    Text(changed, Invariant($"{binder._nextKey + own}"));
                }
                else
                {
                    Rewrite(changed, entry, Resource);
                }
            }
            changed.Write(" >>"u8);
            binder.Object(number, changed.WrittenSpan, default, isStream: false);
            return number;
        }

        // What was the whole of a file is a part of the joined one.
        public void Structure()
        {
            if (PdfSyntax.Reference(PdfSyntax.Entry(source.Value(source.Root), "StructTreeRoot"u8)) is not { } root)
            {
                return;
            }
            _numbers[root] = binder._document;
            var tree = source.Value(root);
            foreach (var top in PdfSyntax.References(PdfSyntax.Entry(tree, "K"u8)))
            {
                binder._structure.Add(Number(top));
                Elements(top);
            }
            var nums = new PdfSyntax(PdfSyntax.Entry(PdfSyntax.Entry(tree, "ParentTree"u8), "Nums"u8), 0);
            nums.Expect("["u8);
            while (!nums.TryTake("]"u8))
            {
                var key = nums.Integer();
                var parents = nums.Value();
                var changed = new ArrayBufferWriter<byte>();
                Rewrite(changed, parents, Number);
                var number = binder.Reserve();
                binder.Object(number, changed.WrittenSpan, default, isStream: false);
                binder.AddParents(binder._nextKey + key, number);
                _keys = Math.Max(_keys, key + 1);
            }
            binder._nextKey += _keys;
        }

        private void Elements(int top)
        {
            var left = new Stack<int>([top]);
            var seen = new HashSet<int> { top };
            while (left.TryPop(out var element))
            {
                var value = element == top ? AsPart(source.Value(element)) : source.Value(element);
                foreach (var kid in PdfSyntax.References(PdfSyntax.Entry(value, "K"u8)))
                {
                    if (!_pages.Contains(kid) && seen.Add(kid))
                    {
                        left.Push(kid);
                    }
                }
                var changed = new ArrayBufferWriter<byte>();
                Rewrite(changed, value, Number);
                binder.Object(Number(element), changed.WrittenSpan, default, isStream: false);
            }
        }

        private static ReadOnlySpan<byte> AsPart(ReadOnlySpan<byte> element)
        {
            if (!PdfSyntax.Entry(element, "S"u8).SequenceEqual("/Document"u8))
            {
                return element;
            }
            var at = element.IndexOf("/Document"u8);
            return (byte[])[.. element[..at], .. "/Part"u8, .. element[(at + "/Document".Length)..]];
        }

        private int Number(int own)
        {
            if (!_numbers.TryGetValue(own, out var number))
            {
                _numbers.Add(own, number = binder.Reserve());
            }
            return number;
        }

        private int Resource(int own) => Resource(own, 0);

        // What it names is copied first, so what is alike in all it names is alike in its bytes, and is written once.
        private int Resource(int own, int depth)
        {
            if (_numbers.TryGetValue(own, out var number))
            {
                return number;
            }
            if (depth > Deepest)
            {
                throw new FormatException("Objects name each other without end.");
            }
            var value = source.Value(own, out var data);
            var isStream = PdfSyntax.Entry(value.StartsWith("<<"u8) ? value : "<<>>"u8, "Length"u8).Length > 0;
            var changed = new ArrayBufferWriter<byte>();
            Rewrite(changed, value, each => Resource(each, depth + 1));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(changed.WrittenSpan);
            hash.AppendData(data);
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            hash.GetHashAndReset(digest);
            var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
            if (!binder._known.TryGetValue(key, out number))
            {
                number = binder.Reserve();
                binder.Object(number, changed.WrittenSpan, data, isStream);
                if (binder._known.Count >= MostKnown)
                {
                    binder._known.Clear();
                }
                binder._known.Add(key, number);
            }
            _numbers.Add(own, number);
            return number;
        }

        private static void Rewrite(ArrayBufferWriter<byte> changed, ReadOnlySpan<byte> value, Func<int, int> number)
        {
            var (at, from) = (0, 0);
            while (PdfSyntax.NextReference(value, ref at, out var start, out var own))
            {
                changed.Write(value[from..start]);
                Text(changed, Invariant($"{number(own)} 0 R"));
                from = at;
            }
            changed.Write(value[from..]);
        }

        private static void Text(ArrayBufferWriter<byte> changed, string text) => Encoding.Latin1.GetBytes(text, changed);
    }
}
