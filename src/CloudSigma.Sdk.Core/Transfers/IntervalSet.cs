// Which parts of a file are done.
namespace CloudSigma.Sdk.Core.Transfers;

/// <summary>A set of ranges of bytes, each from its start up to but not including its end. Ranges that touch become one. Not safe for concurrent use.</summary>
internal sealed class IntervalSet
{
    private readonly List<(long Start, long End)> _ranges = [];

    /// <value>The ranges in order; they neither touch nor overlap.</value>
    public IReadOnlyList<(long Start, long End)> Ranges => _ranges;

    /// <value>Bytes in all ranges.</value>
    public long Count => _ranges.Sum(static r => r.End - r.Start);

    /// <value>The first byte that is not in the set.</value>
    public long Frontier => _ranges is [{ Start: 0 } first, ..] ? first.End : 0;

    public void Add(long start, long end)
    {
        if (end <= start) return;
        var at = 0;
        while (at < _ranges.Count && _ranges[at].End < start) at++;
        var until = at;
        while (until < _ranges.Count && _ranges[until].Start <= end)
        {
            start = Math.Min(start, _ranges[until].Start);
            end = Math.Max(end, _ranges[until].End);
            until++;
        }

        _ranges.RemoveRange(at, until - at);
        _ranges.Insert(at, (start, end));
    }

    public void Clear() => _ranges.Clear();

    /// <summary>The ranges as files keep them: starts and ends in turns.</summary>
    public IReadOnlyList<long> ToPairs() => [.. _ranges.SelectMany(static r => new[] { r.Start, r.End })];

    /// <summary>Adds ranges as files keep them, as far as they are below a limit.</summary>
    public void AddPairs(IReadOnlyList<long> pairs, long limit)
    {
        for (var i = 0; i + 1 < pairs.Count; i += 2) Add(Math.Max(0, pairs[i]), Math.Min(pairs[i + 1], limit));
    }

    /// <summary>What is missing of the first bytes, in pieces that are no longer than a size.</summary>
    public IEnumerable<(long Start, long End)> Missing(long length, long pieceSize)
    {
        var at = 0L;
        foreach (var (start, end) in _ranges.Append((Start: length, End: length)))
        {
            for (; at < Math.Min(start, length); at = Math.Min(at + pieceSize, Math.Min(start, length)))
                yield return (at, Math.Min(at + pieceSize, Math.Min(start, length)));
            at = Math.Max(at, end);
        }
    }
}
