// Finds the resource and the operation that an address and a method mean.
namespace CloudSigma.Emulator.Engine;

internal static class Router
{
    public const string Root = "/api/2.0/";

    /// <summary>The resource that an address is about, or null.</summary>
    public static ResourceDefinition? ResourceOf(ResourceCatalog catalog, string path) =>
        Parts(path) is { Length: > 0 } parts ? catalog.Find(parts[0]) : null;

    public static ApiResponse Run(RequestContext request, ResourceCatalog catalog, string path)
    {
        var parts = Parts(path);
        var resource = parts.Length > 0 ? catalog.Find(parts[0]) : null;
        if (resource is null) throw NoAddress(path);
        resource.Guard?.Invoke(request);
        var endpoint = new ResourceEndpoint(request, resource);
        switch (parts)
        {
            case [_]:
                return resource.Singleton ? endpoint.Singleton() : endpoint.Collection();
            case [_, "schema"] when resource.HasSchema:
                return endpoint.Schema();
            case [_, "detail"] when resource.HasDetail:
                return endpoint.Detail();
            case [_, "availability_groups"] when resource.AvailabilityGroups is not null:
                return endpoint.AvailabilityGroups();
            case [_, "availability_groups", var id] when resource.AvailabilityGroups is not null:
                return endpoint.AvailabilityGroup(id);
            case [_, var id] when resource.ObjectMethods.Count > 0 && !resource.Singleton:
                return endpoint.Object(id);
            case [_, var id, "action"] when resource.Actions.Count > 0:
                return endpoint.Action(id);
            case [_, var id, var part] when resource.Parts.ContainsKey(part):
                return endpoint.Part(id, part);
            case [_, var id, var content] when resource.Contents is not null && catalog.Find(content) is { Taggable: true } listed:
                return endpoint.Contents(id, listed);
            default:
                throw NoAddress(path);
        }
    }

    /// <summary>The parts of an address behind the root; none for one that does not begin with it.</summary>
    public static string[] Parts(string path) => path.StartsWith(Root, StringComparison.Ordinal)
        ? path[Root.Length..].TrimEnd('/').Split('/')
        : [];

    private static ApiException NoAddress(string path) => ApiException.NotFound($"There is nothing at {path}");
}
