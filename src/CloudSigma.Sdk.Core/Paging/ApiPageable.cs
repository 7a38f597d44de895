// The list that clients return: a new reader for every enumeration.
using System.Runtime.CompilerServices;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Paging;

internal sealed class ApiPageable<T, TKey>(ApiPipeline pipeline, ListRequest<T, TKey> request, CancellationToken methodToken) : Pageable<T> where TKey : notnull
{
    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var list = new ListReader<T, TKey>(pipeline, request, pipeline.Options.PageSize, methodToken, cancellationToken);
        await using (list.ConfigureAwait(false))
        {
            while (true)
            {
                var result = await list.ReadAsync().ConfigureAwait(false);
                if (result == ReadResult.Item) yield return list.Current;
                else if (result == ReadResult.EndOfList) yield break;
            }
        }
    }

    public override IAsyncEnumerable<Page<T>> AsPages(int? pageSize = null, CancellationToken cancellationToken = default)
    {
        if (pageSize is { } size) ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(pageSize));
        return EnumeratePages(pageSize ?? pipeline.Options.PageSize, cancellationToken);
    }

    private async IAsyncEnumerable<Page<T>> EnumeratePages(int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var list = new ListReader<T, TKey>(pipeline, request, pageSize, methodToken, cancellationToken);
        await using (list.ConfigureAwait(false))
        {
            var items = new List<T>();
            var offset = 0;
            while (true)
            {
                switch (await list.ReadAsync().ConfigureAwait(false))
                {
                    case ReadResult.Item:
                        if (items.Count == 0) offset = list.PageOffset;
                        items.Add(list.Current);
                        break;
                    case ReadResult.EndOfPage when items.Count > 0:
                        yield return new Page<T>(items, offset, list.TotalCount);
                        items = [];
                        break;
                    case ReadResult.EndOfList:
                        yield break;
                }
            }
        }
    }
}
