// Lists objects by their uuids.
namespace CloudSigma.Sdk;

internal static class UuidFilter
{
    /// <summary>How many uuids a filter may have: an address of 100 has 4 KB, and servers refuse those of 8 KB.</summary>
    public const int Most = 100;

    /// <summary>The filter as a query without question mark.</summary>
    public static string Query(IEnumerable<Guid> uuids) => $"uuid={string.Join(',', uuids.Select(static u => u.ToString("D")))}";
}
