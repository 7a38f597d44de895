// /profile/: the account itself.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Profile;

internal static class ProfileResource
{
    private const string Name = "profile";
    private const string ZeroAmount = "0E-16";
    private static readonly string[] CloneNamings = ["NONE", "COUNTER", "DATE", "TIMESTAMP"];

    public static ResourceDefinition Create()
    {
        FieldDefinition[] fields = [.. Fields()];
        return new ResourceDefinition(Name, fields)
        {
            Singleton = true,
            OlderSchema = true,
            ListMethods = ["GET", "PUT"],
            ObjectMethods = ["GET", "PUT"],
            Single = Of,
            OnNewAccount = partition => Open(partition, fields),
        };
    }

    /// <summary>The profile of an account.</summary>
    public static Document Of(AccountPartition partition) =>
        partition.Find(Name, Id(partition)) ?? throw new InvalidOperationException("Every account has a profile.");

    /// <summary>How copies without a name are to be named.</summary>
    public static string CloneNaming(AccountPartition partition) => Of(partition).Text("clone_naming");

    private static string Id(AccountPartition partition) => partition.Account!.Uuid.ToString();

    private static void Open(AccountPartition partition, IEnumerable<FieldDefinition> fields)
    {
        var document = new Document(Id(partition), Name, partition);
        foreach (var field in fields.Where(static field => field.Show is null)) document.Data[field.Name] = field.FirstValue();
        document.Data["signup_time"] = ApiTime.Text(partition.State.Now);
        partition.Collection(Name).Add(document);
    }

    private static IEnumerable<FieldDefinition> Fields()
    {
        string[] texts = ["company", "first_name", "last_name", "nickname", "phone", "reseller", "title", "town", "vat"];
        foreach (var name in texts) yield return Text(name, "");
        foreach (var name in (string[])["api_https_only", "has_autotopup", "has_tx_autotopup", "key_auth"]) yield return Flag(name, false);
        foreach (var name in (string[])["invoicing", "mailing_list"]) yield return Flag(name, true);
        foreach (var name in (string[])["autotopup_amount", "autotopup_threshold", "tx_autotopup_amount", "tx_autotopup_threshold"])
            yield return new FieldDefinition(name, FieldType.Decimal, "Fixed precision numeric data. Ex: 26.73") { Default = 0, Initial = ZeroAmount };

        yield return new FieldDefinition("address", FieldType.String, Member.TextHelp) { Default = "", MaxLength = 180 };
        yield return new FieldDefinition("clone_naming", FieldType.String, Member.TextHelp) { Default = "NONE", Choices = CloneNamings };
        yield return new FieldDefinition("country", FieldType.String, Member.TextHelp) { Default = "", Initial = "CH", Fixed = true };
        yield return Text("language", "EN");
        yield return new FieldDefinition("meta", FieldType.Dict, "A dictionary of data.") { HasDefault = false };
        yield return new FieldDefinition("my_notes", FieldType.String, Member.TextHelp) { Default = "", Nullable = true };
        yield return new FieldDefinition("postcode", FieldType.String, Member.TextHelp) { HasDefault = false, Nullable = true, Initial = "" };
        yield return new FieldDefinition("signup_time", FieldType.DateTime, "A date & time as a string. Ex: \"2010-11-10T03:07:43\"") { Fixed = true };

        yield return Given("bank_reference", "emulator", blank: true);
        yield return Given("currency", "EUR", blank: true);
        yield return Given("network_restrictions", null);
        yield return Given("state", "REGULAR");
        yield return Given("tax_name", null);
        yield return new FieldDefinition("tax_rate", FieldType.Decimal, "Fixed precision numeric data. Ex: 26.73") { ReadOnly = true, HasDefault = false, Nullable = true };
        yield return Shown("email", static account => account.Email);
        yield return Shown("uuid", static account => account.Uuid.ToString());
    }

    private static FieldDefinition Text(string name, string value) => new(name, FieldType.String, Member.TextHelp) { Default = value };

    private static FieldDefinition Flag(string name, bool value) => new(name, FieldType.Boolean, "Boolean data. Ex: True") { Default = value };

    private static FieldDefinition Given(string name, string? value, bool blank = false) => new(name, FieldType.String, Member.TextHelp)
    {
        ReadOnly = true,
        HasDefault = false,
        Initial = value is null ? null : JsonValue.Create(value),
        Blank = blank,
        Nullable = blank || value is null,
    };

    private static FieldDefinition Shown(string name, Func<EmulatorAccount, string> show) => new(name, FieldType.String, Member.TextHelp)
    {
        ReadOnly = true,
        HasDefault = false,
        Show = view => show(view.Document.Partition.Account!),
    };
}
