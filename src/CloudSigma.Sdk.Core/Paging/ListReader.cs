// Walks through a list: page after page, with the next one on its way, and to the end even when the list changes or a body breaks off.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Paging;

/// <summary>
/// One enumeration of a list.
/// <para>Completeness: a page is left only when the server has sent all of it; the end is reached only when <c>total_count</c> is.
/// When <c>total_count</c> shrinks, objects have moved to the front, so the part before the page is read again; repeated objects are dropped by their ids.</para>
/// <para>Bounds: a broken body is asked for again a few times; an empty or repeated page where there should be more is an error;
/// so is a list that grows faster than it is read.</para>
/// </summary>
internal sealed class ListReader<T, TKey> : IAsyncDisposable where TKey : notnull
{
    /// <summary>Broken bodies in a row, with less than <see cref="ObjectsThatCountAsProgress"/> objects between them.</summary>
    private const int MaxBreaks = 3;

    private const int ObjectsThatCountAsProgress = 100;

    private readonly ApiPipeline _pipeline;
    private readonly ListRequest<T, TKey> _request;
    private readonly int _pageSize;
    private readonly CancellationToken _methodToken;
    private readonly CancellationToken _enumeratorToken;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _token;
    private readonly SeenKeys<TKey> _seen;

    private PageStream<T>? _page;
    private Task<PageStream<T>>? _next;
    private int _nextOffset;
    private int _length;
    private int? _totalBefore;
    private (int Offset, int Total)? _break;
    private long? _budget;
    private int _received;
    private int _fresh;
    private int _furthest;
    private int _breaks;
    private int _sinceBreak;
    private bool _askedAgain;
    private bool _finished;

    public ListReader(ApiPipeline pipeline, ListRequest<T, TKey> request, int pageSize, CancellationToken methodToken, CancellationToken enumeratorToken)
    {
        _pipeline = pipeline;
        _request = request;
        _pageSize = _length = pageSize;
        _methodToken = methodToken;
        _enumeratorToken = enumeratorToken;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(methodToken, enumeratorToken);
        _token = _stop.Token;
        _seen = new SeenKeys<TKey>(keepsAll: pageSize > 0);
    }

    /// <summary>The object of the last step that gave one.</summary>
    public T Current { get; private set; } = default!;

    /// <summary>Position of the first object of the page.</summary>
    public int PageOffset { get; private set; }

    /// <summary>Number of objects in the whole list, as last heard.</summary>
    public int? TotalCount { get; private set; }

    /// <summary>Makes one step; synchronous as long as bytes are there.</summary>
    public ValueTask<ReadResult> ReadAsync()
    {
        ThrowIfCancelled();
        while (_page is { } page)
        {
            var result = page.TryRead(out var item);
            if (result != ReadResult.Item) return WaitAsync(result);
            if (Accept(page, item!)) return new ValueTask<ReadResult>(ReadResult.Item);
        }

        return WaitAsync(ReadResult.NeedsMoreData);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _page?.Dispose();
        await DropNextAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async ValueTask<ReadResult> WaitAsync(ReadResult result)
    {
        try
        {
            return await StepAsync(result).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller knows its own tokens, not the one that joins them.
            ThrowIfCancelled();
            throw;
        }
    }

    private void ThrowIfCancelled()
    {
        _methodToken.ThrowIfCancellationRequested();
        _enumeratorToken.ThrowIfCancellationRequested();
    }

    private async ValueTask<ReadResult> StepAsync(ReadResult result)
    {
        while (true)
        {
            _token.ThrowIfCancellationRequested();
            if (_page is null)
            {
                if (_finished) return ReadResult.EndOfList;
                await OpenPageAsync().ConfigureAwait(false);
            }
            else if (result == ReadResult.EndOfPage)
            {
                await _page.CompleteAsync().ConfigureAwait(false);
                FinishPage();
                return ReadResult.EndOfPage;
            }
            else if (result == ReadResult.NeedsMoreData)
            {
                await FillAsync(_page).ConfigureAwait(false);
                if (_page is null) return ReadResult.EndOfPage;
            }

            result = _page!.TryRead(out var item);
            if (result == ReadResult.Item && Accept(_page, item!)) return ReadResult.Item;
        }
    }

    private bool Accept(PageStream<T> page, T item)
    {
        NoteTotal(page);
        Prefetch();
        _received++;
        if (++_sinceBreak >= ObjectsThatCountAsProgress) _breaks = 0;
        if (_budget is { } budget && (_budget = budget - 1) < 0)
            throw new InvalidResponseException($"The list {_request.Path} did not end: it grew while it was read, or its total_count of {TotalCount} is wrong.");
        // Chosen fields may leave the id out; such objects cannot be told apart and are all yielded.
        var key = _request.Key(item);
        if (!EqualityComparer<TKey>.Default.Equals(key, default) && !_seen.Add(key)) return false;
        _fresh++;
        Current = item;
        return true;
    }

    private async ValueTask OpenPageAsync()
    {
        _totalBefore = TotalCount;
        _received = _fresh = 0;
        if (_next is { } next && _nextOffset == PageOffset)
        {
            _next = null;
            _page = await next.ConfigureAwait(false);
        }
        else
        {
            await DropNextAsync().ConfigureAwait(false);
            _page = await OpenAsync(PageOffset, _pageSize).ConfigureAwait(false);
        }

        Prefetch();
    }

    private Task<PageStream<T>> OpenAsync(int offset, int limit) =>
        _pipeline.OpenPageAsync(_request.ForPart(offset, limit), _request.ElementType, _token);

    private async ValueTask FillAsync(PageStream<T> page)
    {
        try
        {
            await page.FillAsync().ConfigureAwait(false);
            return;
        }
        catch (CloudSigmaConnectionException) when (++_breaks <= MaxBreaks)
        {
            NoteTotal(page);
        }

        await ResumeAsync(page).ConfigureAwait(false);
    }

    /// <summary>Asks again, from the first object that has not been read.</summary>
    private async ValueTask ResumeAsync(PageStream<T> broken)
    {
        _sinceBreak = 0;
        if (TotalCount is { } total) _break ??= (PageOffset + _received, total);
        _page = null;
        var meta = broken.Meta;
        broken.Dispose();
        if (_pageSize > 0 && _received >= _pageSize)
        {
            // Every object of the page had arrived; only the end of the JSON is missing.
            FinishPage(meta);
            return;
        }

        while (_page is null)
        {
            try
            {
                _page = await OpenAsync(PageOffset + _received, _pageSize == 0 ? 0 : _pageSize - _received).ConfigureAwait(false);
            }
            catch (CloudSigmaConnectionException) when (++_breaks <= MaxBreaks)
            {
                _token.ThrowIfCancellationRequested();
            }
        }
    }

    private void FinishPage()
    {
        var page = _page!;
        NoteTotal(page);
        var meta = page.Meta;
        _page = null;
        page.Dispose();
        FinishPage(meta);
    }

    private void FinishPage(PageMeta? meta)
    {
        var end = PageOffset + _received;
        var total = meta?.TotalCount is null && _pageSize > 0 && _received >= _pageSize ? null : TotalCount;
        var broke = _break;
        _break = null;
        var isNewGround = end > _furthest;
        _furthest = Math.Max(_furthest, end);
        if (total is null)
        {
            // Without total_count a short page is the last one.
            _finished = _pageSize == 0 || _received < _pageSize;
            if (!_finished && _fresh == 0) throw Repeated();
            PageOffset = end;
            return;
        }

        var removed = (_totalBefore ?? total.Value) - total.Value;
        if (removed > 0 && PageOffset > 0)
        {
            PageOffset = Math.Max(0, PageOffset - removed);
            return;
        }

        if (broke is { } at && at.Total > total)
        {
            // The rest of a broken answer came from a shorter list: what stood behind the break may stand before it now.
            if (_seen.HasForgotten)
                throw new InvalidResponseException($"The list {_request.Path} broke off at offset {at.Offset} and lost objects before it could be asked for again. List it again, or with smaller pages.");
            PageOffset = Math.Max(0, at.Offset - (at.Total - total.Value));
            return;
        }

        _finished = end >= total;
        if (_finished) return;
        if (_received == 0)
        {
            if (_askedAgain) throw new InvalidResponseException($"The list {_request.Path} has a total_count of {total}, but the server sends nothing from offset {PageOffset} on.");
            _askedAgain = true;
            return;
        }

        if (_fresh == 0 && isNewGround && removed == 0 && PageOffset > 0) throw Repeated();
        _askedAgain = false;
        PageOffset = end;
    }

    private InvalidResponseException Repeated() =>
        new($"The list {_request.Path} repeats itself: the page at offset {PageOffset} has only objects that came before, although there should be more of {TotalCount}.");

    private void NoteTotal(PageStream<T> page)
    {
        // A server may give less than it is asked for.
        if (page.Meta?.Limit is { } limit and > 0) _length = Math.Min(limit, _pageSize);
        if (page.Meta?.TotalCount is not { } total) return;
        TotalCount = total;
        _budget ??= (4L * total) + 10_000;
    }

    /// <summary>Asks for the next page as soon as it is known that there is one.</summary>
    private void Prefetch()
    {
        if (_next is not null || _pageSize == 0 || !_pipeline.Options.PrefetchPages || TotalCount is not { } total) return;
        var offset = PageOffset + _length;
        if (offset >= total || offset <= _nextOffset) return;
        _nextOffset = offset;
        _next = OpenAsync(offset, _pageSize);
    }

    private async ValueTask DropNextAsync()
    {
        if (_next is not { } next) return;
        _next = null;
        try
        {
            (await next.ConfigureAwait(false)).Dispose();
        }
        catch (Exception e) when (e is OperationCanceledException or CloudSigmaException)
        {
            // Nobody will read this page, so nobody needs its error.
            return;
        }
    }
}
