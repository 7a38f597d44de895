// Empty maps, made once, for members that an answer left out.
using System.Collections.ObjectModel;

namespace CloudSigma.Sdk;

internal static class EmptyMap
{
    public static IReadOnlyDictionary<string, string> Instance { get; } = Of<string>();

    public static IReadOnlyDictionary<string, T> Of<T>() => Holder<T>.Empty;

    private static class Holder<T>
    {
        public static readonly ReadOnlyDictionary<string, T> Empty = new(new Dictionary<string, T>());
    }
}
