// /licenses/: what has to be paid besides the hardware.
using System.Globalization;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Licenses;

internal static class LicensesResource
{
    public const string Name = "licenses";

    public static License SqlServerEnterprise { get; } = new(13, "msft_7jq_00341", "SQL Server Enterprise Edition", Burstable: false);

    public static License SqlServerStandard { get; } = new(14, "msft_7nq_00302", "SQL Server Standard Edition", Burstable: false);

    public static License WindowsServer { get; } = new(12, "msft_p73_04837_core", "Windows Server", Burstable: true);

    public static License SqlServerWeb { get; } = new(15, "msft_tfa_00523", "SQL Server Web", Burstable: false);

    /// <summary>All licences by the alphabet of their names, as the list shows them.</summary>
    public static IReadOnlyList<License> All { get; } = [SqlServerEnterprise, SqlServerStandard, WindowsServer, SqlServerWeb];

    public static ResourceDefinition Create(CloudState state)
    {
        foreach (var license in All)
        {
            var document = new Document(license.Id.ToString(CultureInfo.InvariantCulture), Name, state.Library);
            foreach (var (member, value) in license.ToJson()) document.Data[member] = value?.DeepClone();
            state.Library.Collection(Name).Add(document);
        }

        return new ResourceDefinition(Name, Fields()) { Library = true, OlderSchema = true, ListMethods = ["GET"], ObjectMethods = ["GET"] };
    }

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        new FieldDefinition("burstable", FieldType.Boolean, "Whether this resource can be used on burst") { Default = false },
        new FieldDefinition("long_name", FieldType.String, "A human readable name for the resource.") { Default = "" },
        new FieldDefinition("name", FieldType.String, "Name that should be used when purchasing") { HasDefault = false, Unique = true },
        Member.Uri(),
        new FieldDefinition("type", FieldType.String, "Type of billing") { Default = License.Type },
        new FieldDefinition("user_metric", FieldType.String, "The metric that the user is charged for") { HasDefault = false },
    ];
}
