// /logs/: the audit log. Nothing can be written here; the engine does that.
using CloudSigma.Emulator.Audit;
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.Logs;

internal static class LogsResource
{
    public static ResourceDefinition Create() => new(AuditLog.Name, Fields())
    {
        ListMethods = ["GET"],
        ObjectMethods = [],
        Filters = FilterDefinition.Usual,
        Listed = static caller => AuditLog.Of(caller).NewestFirst,
    };

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        new FieldDefinition("action", FieldType.String, "Name of the executed action") { SchemaRequired = true },
        new FieldDefinition("actor", FieldType.Related, "User who executed action."),
        new FieldDefinition("category", FieldType.String, "Category the action belongs to.") { SchemaRequired = true },
        new FieldDefinition("details", FieldType.String, "Details about the executed action."),
        new FieldDefinition("error_message", FieldType.String, "Error message, if applicable."),
        new FieldDefinition("error_point", FieldType.String, "The field that caused the error, if applicable."),
        new FieldDefinition("error_type", FieldType.String, "Type of error, if applicable."),
        new FieldDefinition("success", FieldType.Boolean, "Whether the action was successful.") { SchemaRequired = true, Default = true },
        new FieldDefinition("timestamp", FieldType.String, "Time when entry was added.") { SchemaRequired = true },
        new FieldDefinition("uuid", FieldType.String, "The uuid of resource the action is executed on. Can be empty, meaning no resource is referenced."),
    ];
}
