// Makes the answer of "/schema/" from the declaration of a resource, in the newer or in the older style.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Lifecycle;

namespace CloudSigma.Emulator.Engine;

internal static class SchemaRenderer
{
    public static ApiResponse Render(RequestContext request, ResourceDefinition resource)
    {
        var schema = resource.FixedSchema ?? Describe(resource, request.Now);
        return ApiResponse.Json(200, writer => schema.WriteTo(writer));
    }

    private static JsonObject Describe(ResourceDefinition resource, DateTimeOffset now)
    {
        var schema = new JsonObject
        {
            ["allowed_detail_http_methods"] = Methods(resource.ObjectMethods),
            ["allowed_list_http_methods"] = resource.SchemaListMethodIsText ? resource.ListMethods[0].ToLowerInvariant() : Methods(resource.ListMethods),
            ["default_format"] = "application/json",
            ["default_limit"] = resource.DefaultLimit,
            ["fields"] = Fields(resource.Fields, resource.OlderSchema, now),
        };
        var filtering = new JsonObject();
        foreach (var filter in resource.Filters)
        {
            if (filter.SchemaValue is not null) filtering[filter.Parameter] = filter.SchemaValue.DeepClone();
        }

        if (filtering.Count > 0) schema["filtering"] = filtering;
        if (resource.Ordering.Count > 0) schema["ordering"] = Texts(resource.Ordering);
        return schema;
    }

    private static JsonObject Fields(IEnumerable<FieldDefinition> fields, bool older, DateTimeOffset now)
    {
        var result = new JsonObject();
        foreach (var field in fields.OrderBy(static field => field.Name, StringComparer.Ordinal))
            result[field.Name] = older ? Older(field, now) : Newer(field, now);
        return result;
    }

    private static JsonObject Newer(FieldDefinition field, DateTimeOffset now)
    {
        var result = new JsonObject();
        if (field.Choices.Count > 0) result["choices"] = Texts(field.Choices);
        result["default"] = Default(field, now);
        if (field.Fields.Count > 0) result["fields"] = Fields(field.Fields, field.OlderFields, now);
        result["help_text"] = field.Help;
        result["readonly"] = field.SchemaReadOnly ?? field.ReadOnly;
        result["required"] = field.SchemaRequired ?? field.Required;
        result["type"] = Name(field.Type);
        return result;
    }

    private static JsonObject Older(FieldDefinition field, DateTimeOffset now) => new()
    {
        ["blank"] = field.Blank,
        ["default"] = Default(field, now),
        ["help_text"] = field.Help,
        ["nullable"] = field.Nullable,
        ["readonly"] = field.SchemaReadOnly ?? field.ReadOnly,
        ["type"] = Name(field.Type),
        ["unique"] = field.Unique,
    };

    private static JsonNode? Default(FieldDefinition field, DateTimeOffset now) =>
        !field.HasDefault ? "No default provided."
        : field.Type is FieldType.DateTime ? ApiTime.Text(now)
        : field.Default?.DeepClone();

    private static JsonArray Methods(IEnumerable<string> methods) => Texts(methods.Select(static method => method.ToLowerInvariant()));

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode)text)];

    private static string Name(FieldType type) => type switch
    {
        FieldType.String => "string",
        FieldType.Integer => "integer",
        FieldType.Boolean => "boolean",
        FieldType.Decimal => "decimal",
        FieldType.DateTime => "datetime",
        FieldType.List => "list",
        FieldType.Dict => "dict",
        FieldType.Object => "object",
        _ => "related",
    };
}
