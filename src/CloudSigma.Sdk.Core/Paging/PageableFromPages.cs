// A list for fakes: the pages are there already.
using System.Runtime.CompilerServices;

namespace CloudSigma.Sdk.Core.Paging;

internal sealed class PageableFromPages<T>(IEnumerable<Page<T>> pages) : Pageable<T>
{
    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    public override IAsyncEnumerable<Page<T>> AsPages(int? pageSize = null, CancellationToken cancellationToken = default)
    {
        if (pageSize is { } size) ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(pageSize));
        return Enumerate(cancellationToken);
    }

    private async IAsyncEnumerable<Page<T>> Enumerate([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
