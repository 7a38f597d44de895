// What a watcher has to know of a kind of resource.
using System.Text.Json.Serialization.Metadata;

namespace CloudSigma.Sdk;

/// <summary>Where objects of one kind are read, alone and together.</summary>
/// <param name="GetOperation">The id of the operation that reads one.</param>
/// <param name="ListOperation">The id of the operation that lists them with all members.</param>
/// <param name="Path">The path of the resource, such as <c>drives/</c>.</param>
/// <param name="ListPath">The path of the detailed list.</param>
/// <param name="Type">How an object is read.</param>
/// <param name="Uuid">The uuid of an object.</param>
/// <param name="Status">The status of an object.</param>
internal sealed record WatchedResource<T>(
    string GetOperation, string ListOperation, string Path, string ListPath, JsonTypeInfo<T> Type, Func<T, Guid> Uuid, Func<T, string> Status);
