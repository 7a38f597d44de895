// All resources of the cloud by name.
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal sealed class ResourceCatalog
{
    private readonly Dictionary<string, ResourceDefinition> _resources = new(StringComparer.Ordinal);

    public ResourceCatalog(CloudState state, params IEnumerable<ResourceDefinition> resources)
    {
        foreach (var resource in resources)
        {
            _resources.Add(resource.Name, resource);
            if (resource.Taggable) state.Shareable.Add(resource.Name, resource.Rights);
            foreach (var (name, handler) in resource.Events)
                state.Scheduler.Handlers.Add((resource.Name, name), handler);
        }

        foreach (var partition in state.Partitions) Welcome(partition);
    }

    /// <summary>Gives an account what every account begins with.</summary>
    public void Welcome(AccountPartition partition)
    {
        foreach (var resource in _resources.Values) resource.OnNewAccount?.Invoke(partition);
    }

    public ResourceDefinition? Find(string name) => _resources.GetValueOrDefault(name);
}
