// Takes a list answer apart while it arrives: each element of "objects" is given out as soon as its last byte is there.
using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk.Core.Paging;

/// <summary>
/// An incremental parser of <c>{"meta": {...}, "objects": [...]}</c>, in any order and with other members, or of a bare list.
/// It keeps one buffer, as large as the largest element needs.
/// </summary>
internal sealed class JsonPageParser<T>(JsonTypeInfo<T> elementType) : IDisposable
{
    private const int InitialBufferBytes = 32 * 1024;

    /// <summary>One element is never larger than this; a larger one is refused.</summary>
    private const int MaxElementBytes = 64 * 1024 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBufferBytes);
    private int _start;
    private int _end;
    private JsonReaderState _state;
    private Place _place = Place.BeforeRoot;
    private bool _isBareList;
    private bool _sawObjects;
    private bool _afterElement;
    private bool _afterComma;
    private bool _sawFirstBytes;

    private enum Place
    {
        BeforeRoot,
        InRoot,
        BeforeObjects,
        BeforeMeta,
        BeforeOther,
        InObjects,
        AfterRoot,
    }

    /// <summary>What the answer says about itself; null as long as it has not arrived, or when it has none.</summary>
    public PageMeta? Meta { get; private set; }

    /// <summary>What has arrived but is not parsed yet, for error messages.</summary>
    public ReadOnlySpan<byte> Unparsed => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Goes on as far as the buffered bytes allow.</summary>
    /// <exception cref="JsonException">The JSON is malformed, or an element is not what it should be.</exception>
    public ReadResult TryRead(out T? item)
    {
        item = default;
        if (!_sawFirstBytes && !SkipByteOrderMark()) return ReadResult.NeedsMoreData;
        while (_place != Place.AfterRoot)
        {
            // Nothing is committed before a token, or a whole element, is there: more bytes continue from the last commit.
            if (_place == Place.InObjects && !IsAtEndOfObjects(out var at)) return TryReadElement(at, out item);
            var reader = new Utf8JsonReader(Unparsed, isFinalBlock: false, _state);
            if (!reader.Read()) return ReadResult.NeedsMoreData;
            var begin = (int)reader.TokenStartIndex;
            switch (_place)
            {
                case Place.BeforeRoot:
                    EnterRoot(reader.TokenType);
                    break;
                case Place.InRoot when reader.TokenType == JsonTokenType.EndObject:
                    if (!_sawObjects) throw new JsonException("it has no 'objects'");
                    _place = Place.AfterRoot;
                    break;
                case Place.InRoot:
                    _place = JsonText.Is(ref reader, "objects"u8) ? Place.BeforeObjects
                        : JsonText.Is(ref reader, "meta"u8) ? Place.BeforeMeta : Place.BeforeOther;
                    break;
                case Place.BeforeObjects:
                    if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException($"'objects' is a {reader.TokenType} instead of a list");
                    _sawObjects = true;
                    _place = Place.InObjects;
                    break;
                case Place.InObjects:
                    _afterElement = false;
                    _place = _isBareList ? Place.AfterRoot : Place.InRoot;
                    break;
                default:
                    if (!reader.TrySkip()) return ReadResult.NeedsMoreData;
                    if (_place == Place.BeforeMeta) Meta = PageMeta.Parse(Unparsed[begin..(int)reader.BytesConsumed]);
                    _place = Place.InRoot;
                    break;
            }

            Commit(ref reader);
        }

        return ReadResult.EndOfPage;
    }

    /// <summary>Room for the next bytes of the body.</summary>
    public Memory<byte> GetMemory()
    {
        if (_start == _end) _start = _end = 0;
        if (_end == _buffer.Length)
        {
            if (_start > 0) Compact(_buffer);
            else Grow();
        }

        return _buffer.AsMemory(_end);
    }

    /// <summary>Takes over bytes that were written to <see cref="GetMemory"/>.</summary>
    public void Advance(int count)
    {
        _end += count;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    /// <summary>Skips a byte order mark at the very beginning; false as long as it cannot be told.</summary>
    private bool SkipByteOrderMark()
    {
        var mark = "\uFEFF"u8;
        var begin = Unparsed;
        if (begin.Length < mark.Length && mark.StartsWith(begin)) return false;
        if (begin.StartsWith(mark)) _start += mark.Length;
        return _sawFirstBytes = true;
    }

    private void EnterRoot(JsonTokenType token)
    {
        if (token is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) throw new JsonException($"it is a {token} instead of a list");
        _isBareList = _sawObjects = token == JsonTokenType.StartArray;
        _place = _isBareList ? Place.InObjects : Place.InRoot;
    }

    /// <summary>
    /// Looks what comes next within the list. The reader stays at its beginning meanwhile, so that elements are not tokenized
    /// here and once more when they are read; blanks and commas between them are all that is left to do.
    /// </summary>
    /// <param name="at">Where the next element begins; at the end of the buffer when that is not known yet.</param>
    private bool IsAtEndOfObjects(out int at)
    {
        var unparsed = Unparsed;
        at = CountBlanks(unparsed);
        if (at < unparsed.Length && _afterElement && unparsed[at] == (byte)',')
        {
            _start += at + 1;
            _afterElement = false;
            _afterComma = true;
            unparsed = Unparsed;
            at = CountBlanks(unparsed);
        }

        if (at == unparsed.Length) return false;
        if (unparsed[at] == (byte)']' && !_afterComma) return true;
        return _afterElement ? throw new JsonException("there is no comma after an object of the list") : false;
    }

    private ReadResult TryReadElement(int at, out T? item)
    {
        item = default;
        var json = Unparsed[at..];
        if (json.IsEmpty) return ReadResult.NeedsMoreData;
        var length = json[0] == (byte)'{' ? ObjectScanner.FindLength(json) : 0;
        if (length == 0)
        {
            // The end is not here, or near the end of the buffer, or this is no object: the reader can tell.
            var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
            if (!reader.Read() || !reader.TrySkip()) return ReadResult.NeedsMoreData;
            length = (int)reader.BytesConsumed;
        }

        item = JsonSerializer.Deserialize(json[..length], elementType) ?? throw new JsonException("an object of the list is null");
        _start += at + length;
        _afterElement = true;
        _afterComma = false;
        return ReadResult.Item;
    }

    private static int CountBlanks(ReadOnlySpan<byte> json)
    {
        var at = 0;
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
        return at;
    }

    private void Commit(ref Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private void Grow()
    {
        if (_buffer.Length >= MaxElementBytes) throw new JsonException($"an object of the list is larger than {MaxElementBytes} bytes");
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        var smaller = _buffer;
        Compact(larger);
        _buffer = larger;
        ArrayPool<byte>.Shared.Return(smaller);
    }

    private void Compact(byte[] target)
    {
        var length = _end - _start;
        Buffer.BlockCopy(_buffer, _start, target, 0, length);
        _start = 0;
        _end = length;
    }
}
