// Ties a method of a client to the operation of the API that it calls.
namespace CloudSigma.Sdk;

/// <summary>Names the documented operation that a method calls; coverage is counted from it.</summary>
/// <param name="id">The id of the operation, e.g. <c>drives-clone</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ApiOperationAttribute(string id) : Attribute
{
    /// <value>The id of the operation.</value>
    public string Id { get; } = id;
}
