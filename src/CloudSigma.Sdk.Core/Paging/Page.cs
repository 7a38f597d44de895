// One page of a list.
namespace CloudSigma.Sdk;

/// <summary>One page of a list (guide 8.1).</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <param name="Items">The objects of the page that no earlier page had.</param>
/// <param name="Offset">Position of the first object in the whole list, from 0.</param>
/// <param name="TotalCount">Number of objects in the whole list at that moment; null when the server did not say.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Offset, int? TotalCount);
