// Reads whole objects of requests: a new one with all its first values, or the changes of a PUT.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal static class ObjectReader
{
    /// <summary>Fills a new document from a request. All mistakes are reported together.</summary>
    public static void ReadNew(RequestContext request, ResourceDefinition resource, JsonObject body, Document target)
    {
        var reader = new ValueReader(request, target.Partition);
        var data = target.Data;
        foreach (var field in resource.Fields)
        {
            if (field.ReadOnly)
            {
                if (field.Show is null || field.Initial is not null) data[field.Name] = field.FirstValue();
            }
            else if (body.TryGetPropertyValue(field.Name, out var value))
            {
                data[field.Name] = reader.Read(field, value, field.Name);
            }
            else
            {
                if (field.Required) reader.Fail(ValueReader.RequiredMessage, field.Name);
                data[field.Name] = field.FirstValue();
            }
        }

        NoteUnknown(request, resource, body);
        reader.ThrowIfFailed();
    }

    /// <summary>
    /// Reads the changes of a PUT. Required members have to be there, read-only ones are ignored, absent ones keep their
    /// value, and what may not be changed at the moment is ignored without a check.
    /// </summary>
    public static JsonObject ReadChanges(RequestContext request, ResourceDefinition resource, JsonObject body, Document target)
    {
        var reader = new ValueReader(request, target.Partition);
        var changeable = resource.Changeable?.Invoke(target);
        var changes = new JsonObject();
        foreach (var field in resource.Fields)
        {
            if (field.ReadOnly) continue;
            if (!body.TryGetPropertyValue(field.Name, out var value) || (field.Fixed && value is null))
            {
                if (field.Required) reader.Fail(ValueReader.RequiredMessage, field.Name);
            }
            else if (field.CarriesTags && !Access.Owns(request.Caller, target))
            {
                // Others see no tags, so they send none back when they change something else.
                if (value is not (null or JsonArray { Count: 0 }))
                    throw ApiException.Permission($"Only the owner can tag {target.Resource} {target.Id}", field.Name);
            }
            else if (field.Fixed)
            {
                var stored = target.Data[field.Name];
                var same = field.Target is null
                    ? JsonNode.DeepEquals(value, stored)
                    : ValueReader.ReferencedUuid(value) == ValueReader.ReferencedUuid(stored);
                if (!same)
                    request.Warn($"The member \"{field.Name}\" cannot be changed; the new value was ignored.");
            }
            else if (changeable is null || changeable.Contains(field.Name))
            {
                changes[field.Name] = reader.Read(field, value, field.Name);
            }
        }

        NoteUnknown(request, resource, body);
        reader.ThrowIfFailed();
        return changes;
    }

    /// <summary>Reads the members that the body of an action names.</summary>
    public static JsonObject ReadNamed(RequestContext request, ResourceDefinition resource, JsonObject body, params ReadOnlySpan<string> members)
    {
        var reader = new ValueReader(request, request.Caller);
        var result = new JsonObject();
        foreach (var name in members)
        {
            if (resource.Field(name) is { } field && body.TryGetPropertyValue(name, out var value) && value is not null)
                result[name] = reader.Read(field, value, name);
        }

        reader.ThrowIfFailed();
        return result;
    }


    private static void NoteUnknown(RequestContext request, ResourceDefinition resource, JsonObject body)
    {
        foreach (var (name, _) in body)
        {
            if (resource.Field(name) is null) request.Unknown("member", name);
        }
    }
}
