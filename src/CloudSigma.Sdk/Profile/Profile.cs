// The account of the caller.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The profile of the account (guide 27).</summary>
public sealed record Profile : ApiModel
{
    /// <summary>Uuid of the user, the same as in the owner of objects. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Login address. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public string Email { get => _email.Or(""); init => _email = new(value); }
    [JsonInclude, JsonPropertyName("email")] internal Member<string> _email;

    /// <summary>State of the account. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public AccountState State { get => _state.Value; init => _state = new(value); }
    [JsonInclude, JsonPropertyName("state")] internal Member<AccountState> _state;

    /// <summary>Currency of the account, e.g. EUR. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public string Currency { get => _currency.Or(""); init => _currency = new(value); }
    [JsonInclude, JsonPropertyName("currency")] internal Member<string> _currency;

    /// <summary>First name.</summary>
    [JsonIgnore]
    public string FirstName { get => _firstName.Or(""); init => _firstName = new(value); }
    [JsonInclude, JsonPropertyName("first_name")] internal Member<string> _firstName;

    /// <summary>Last name.</summary>
    [JsonIgnore]
    public string LastName { get => _lastName.Or(""); init => _lastName = new(value); }
    [JsonInclude, JsonPropertyName("last_name")] internal Member<string> _lastName;

    /// <summary>Form of address.</summary>
    [JsonIgnore]
    public string Title { get => _title.Or(""); init => _title = new(value); }
    [JsonInclude, JsonPropertyName("title")] internal Member<string> _title;

    /// <summary>Nickname.</summary>
    [JsonIgnore]
    public string Nickname { get => _nickname.Or(""); init => _nickname = new(value); }
    [JsonInclude, JsonPropertyName("nickname")] internal Member<string> _nickname;

    /// <summary>Name of the company.</summary>
    [JsonIgnore]
    public string Company { get => _company.Or(""); init => _company = new(value); }
    [JsonInclude, JsonPropertyName("company")] internal Member<string> _company;

    /// <summary>Postal address of at most 180 characters.</summary>
    [JsonIgnore]
    public string Address { get => _address.Or(""); init => _address = new(value); }
    [JsonInclude, JsonPropertyName("address")] internal Member<string> _address;

    /// <summary>Town.</summary>
    [JsonIgnore]
    public string Town { get => _town.Or(""); init => _town = new(value); }
    [JsonInclude, JsonPropertyName("town")] internal Member<string> _town;

    /// <summary>Postal code.</summary>
    [JsonIgnore]
    public string Postcode { get => _postcode.Or(""); init => _postcode = new(value); }
    [JsonInclude, JsonPropertyName("postcode")] internal Member<string> _postcode;

    /// <summary>Two-letter code of the country; it cannot be changed through the API.</summary>
    [JsonIgnore]
    public string Country { get => _country.Or(""); init => _country = new(value); }
    [JsonInclude, JsonPropertyName("country")] internal Member<string> _country;

    /// <summary>Phone number.</summary>
    [JsonIgnore]
    public string Phone { get => _phone.Or(""); init => _phone = new(value); }
    [JsonInclude, JsonPropertyName("phone")] internal Member<string> _phone;

    /// <summary>VAT number.</summary>
    [JsonIgnore]
    public string Vat { get => _vat.Or(""); init => _vat = new(value); }
    [JsonInclude, JsonPropertyName("vat")] internal Member<string> _vat;

    /// <summary>Name of the reseller.</summary>
    [JsonIgnore]
    public string Reseller { get => _reseller.Or(""); init => _reseller = new(value); }
    [JsonInclude, JsonPropertyName("reseller")] internal Member<string> _reseller;

    /// <summary>Code of the language, e.g. EN.</summary>
    [JsonIgnore]
    public string Language { get => _language.Or(""); init => _language = new(value); }
    [JsonInclude, JsonPropertyName("language")] internal Member<string> _language;

    /// <summary>How clones get their names.</summary>
    [JsonIgnore]
    public CloneNaming CloneNaming { get => _cloneNaming.Value; init => _cloneNaming = new(value); }
    [JsonInclude, JsonPropertyName("clone_naming")] internal Member<CloneNaming> _cloneNaming;

    /// <summary>Free text.</summary>
    [JsonIgnore]
    public string Notes { get => _notes.Or(""); init => _notes = new(value); }
    [JsonInclude, JsonPropertyName("my_notes")] internal Member<string> _notes;

    /// <summary>Free keys and values of the user. An update replaces all of it.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Whether plain HTTP is refused.</summary>
    [JsonIgnore]
    public bool ApiHttpsOnly { get => _apiHttpsOnly.Value; init => _apiHttpsOnly = new(value); }
    [JsonInclude, JsonPropertyName("api_https_only")] internal Member<bool> _apiHttpsOnly;

    /// <summary>Flag of key authentication; not explained by the API.</summary>
    [JsonIgnore]
    public bool KeyAuthentication { get => _keyAuthentication.Value; init => _keyAuthentication = new(value); }
    [JsonInclude, JsonPropertyName("key_auth")] internal Member<bool> _keyAuthentication;

    /// <summary>Whether the newsletter is wanted.</summary>
    [JsonIgnore]
    public bool MailingList { get => _mailingList.Value; init => _mailingList = new(value); }
    [JsonInclude, JsonPropertyName("mailing_list")] internal Member<bool> _mailingList;

    /// <summary>Whether invoices are wanted.</summary>
    [JsonIgnore]
    public bool Invoicing { get => _invoicing.Value; init => _invoicing = new(value); }
    [JsonInclude, JsonPropertyName("invoicing")] internal Member<bool> _invoicing;

    /// <summary>Whether the balance is topped up by itself.</summary>
    [JsonIgnore]
    public bool HasAutoTopUp { get => _hasAutoTopUp.Value; init => _hasAutoTopUp = new(value); }
    [JsonInclude, JsonPropertyName("has_autotopup")] internal Member<bool> _hasAutoTopUp;

    /// <summary>How much is topped up.</summary>
    [JsonIgnore]
    public decimal AutoTopUpAmount { get => _autoTopUpAmount.Value; init => _autoTopUpAmount = new(value); }
    [JsonInclude, JsonPropertyName("autotopup_amount")] internal Member<decimal> _autoTopUpAmount;

    /// <summary>The balance below which it is topped up.</summary>
    [JsonIgnore]
    public decimal AutoTopUpThreshold { get => _autoTopUpThreshold.Value; init => _autoTopUpThreshold = new(value); }
    [JsonInclude, JsonPropertyName("autotopup_threshold")] internal Member<decimal> _autoTopUpThreshold;

    /// <summary>Whether traffic is topped up by itself.</summary>
    [JsonIgnore]
    public bool HasTrafficAutoTopUp { get => _hasTrafficAutoTopUp.Value; init => _hasTrafficAutoTopUp = new(value); }
    [JsonInclude, JsonPropertyName("has_tx_autotopup")] internal Member<bool> _hasTrafficAutoTopUp;

    /// <summary>How much traffic is topped up.</summary>
    [JsonIgnore]
    public decimal TrafficAutoTopUpAmount { get => _trafficAutoTopUpAmount.Value; init => _trafficAutoTopUpAmount = new(value); }
    [JsonInclude, JsonPropertyName("tx_autotopup_amount")] internal Member<decimal> _trafficAutoTopUpAmount;

    /// <summary>The traffic below which it is topped up.</summary>
    [JsonIgnore]
    public decimal TrafficAutoTopUpThreshold { get => _trafficAutoTopUpThreshold.Value; init => _trafficAutoTopUpThreshold = new(value); }
    [JsonInclude, JsonPropertyName("tx_autotopup_threshold")] internal Member<decimal> _trafficAutoTopUpThreshold;

    /// <summary>Reference for bank transfers. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public string BankReference { get => _bankReference.Or(""); init => _bankReference = new(value); }
    [JsonInclude, JsonPropertyName("bank_reference")] internal Member<string> _bankReference;

    /// <summary>Class of network restrictions (guide 21). Read only: ignored by an update.</summary>
    [JsonIgnore]
    public string? NetworkRestrictions { get => _networkRestrictions.Value; init => _networkRestrictions = new(value); }
    [JsonInclude, JsonPropertyName("network_restrictions")] internal Member<string> _networkRestrictions;

    /// <summary>Name of the tax. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public string? TaxName { get => _taxName.Value; init => _taxName = new(value); }
    [JsonInclude, JsonPropertyName("tax_name")] internal Member<string> _taxName;

    /// <summary>Rate of the tax. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public decimal? TaxRate { get => _taxRate.Value; init => _taxRate = new(value); }
    [JsonInclude, JsonPropertyName("tax_rate")] internal Member<decimal?> _taxRate;

    /// <summary>When the account was made.</summary>
    [JsonIgnore]
    public DateTimeOffset? SignupTime { get => _signupTime.Value; init => _signupTime = new(value); }
    [JsonInclude, JsonPropertyName("signup_time")] internal Member<DateTimeOffset?> _signupTime;

    /// <summary>Uuid and state; no personal data.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"Profile {Uuid:D} ({State})";
}
