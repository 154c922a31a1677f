import { describe, expect, it } from 'vitest';

import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { compileMatcher } from '../../../domain/detection/matcher.ts';
import { buildNameIndex } from '../../../domain/registry/name-index.ts';
import { readProjectRegistry } from '../../project-registry.ts';

/* Sentences as notices write them, read with the whole registry. Each was written for one difficulty. */

const { registry } = readProjectRegistry();
const matcher = compileMatcher(buildNameIndex(registry));

/** The names surely found, as "what is written → who it is". */
function found(text: string): string[] {
  return findMentions(text, matcher)
    .filter((mention) => mention.confidence === 'sure')
    .map((mention) => `${text.slice(mention.start, mention.end)} → ${mention.provider}`);
}

type Case = [text: string, ...expected: string[]];

const FRENCH: Case[] = [
  ['Hébergement actuel : OVH.', 'OVH → ovhcloud'],
  ['Le titulaire recourt à l’offre d’OVHcloud.', 'OVHcloud → ovhcloud'],
  ['Serveurs chez OVHCloud, sauvegarde chez SCALEWAY.', 'OVHCloud → ovhcloud', 'SCALEWAY → scaleway'],
  ['Contact : commande@ovh.example et https://www.ovh.com/fr/'],
  ['Profil d’acheteur : https://www.marches-publics.info (AWS-Achat).'],
  ['Dépôt des plis sur la plateforme AWS.'],
  ['Pli à déposer sur AWS avant midi ; il sera horodaté.'],
  ['Un thé sera servi. Le représentant AWS accueille les mets et les pros.'],
  ['Le SAP dispose de six agents. Ils interviennent en van.'],
  ['Les pièces sont déposées sur AWS au fur et à mesure.'],
  ['Reprise des machines virtuelles hébergées chez AWS.', 'AWS → aws'],
  ['Les données sont hébergées sur AWS ou sur Azure.', 'AWS → aws', 'Azure → microsoft-azure'],
  ['Immeuble Orange Bleu, 12 rue des Lices, 06600 Antibes.'],
  ['Mairie d’Orange, place Clemenceau, 84100 Orange.'],
  ['Centre hospitalier d’Orange : fourniture de gants.'],
  ['Hébergement chez Orange Business, en France.', 'Orange Business → orange-business'],
  ['Peinture bleue, gilets orange et cônes.'],
  [
    'Cloud de confiance Bleu, coentreprise d’Orange et de Capgemini.',
    'Cloud de confiance Bleu → bleu',
    'Orange → orange',
    'Capgemini → capgemini',
  ],
  ['Réfection de la rue du Mistral et de l’avenue de la Côte d’Azur.'],
  ['Commune de Saint-Cloud : entretien des espaces verts.'],
  ['Le service de l’achat public (SAP) de la ville publie cet avis.'],
  ['Maintenance du progiciel SAP S/4HANA.', 'SAP S/4HANA → sap'],
  ['Documents au format Microsoft Word ou Excel.'],
  ['Renouvellement des licences Microsoft 365.', 'Microsoft 365 → microsoft-365'],
  ['Migration vers Microsoft\u00a0365.', 'Microsoft\u00a0365 → microsoft-365'],
  ['Migration vers Micro\u00adsoft 365.', 'Micro\u00adsoft 365 → microsoft-365'],
  ['Migration vers Google\n      Workspace.', 'Google\n      Workspace → google-workspace'],
  ['Ancienne messagerie Google Apps for Business.', 'Google Apps for Business → google-workspace'],
  ['Projet Andromède : CloudWatt et Numergy.', 'Andromède → andromede', 'CloudWatt → cloudwatt', 'Numergy → numergy'],
  ['Aménagement de la ZAC Andromède à Blagnac.'],
  [
    'CLOUD ANDROMEDE : ce que sont devenus CLOUDWATT et NUMERGY.',
    'ANDROMEDE → andromede',
    'CLOUDWATT → cloudwatt',
    'NUMERGY → numergy',
  ],
  ['Lot 3 : S3NS, NumSpot ou équivalent.', 'S3NS → s3ns', 'NumSpot → numspot'],
  ['Solution éditée par Berger‑Levrault.', 'Berger‑Levrault → berger-levrault'],
  ['La société Clever\u00a0Cloud, à Nantes.', 'Clever\u00a0Cloud → clever-cloud'],
  ['Messagerie BlueMind et visioconférence Tixeo.', 'BlueMind → bluemind', 'Tixeo → tixeo'],
  ['Éditeurs : Arpège, JVS-Mairistem, Cegid.', 'Arpège → arpege', 'JVS-Mairistem → jvs-mairistem', 'Cegid → cegid'],
  ['Location de box de stockage pour vélos.'],
  ['Un outil surOVHcloud n’est pas un nom.'],
  ['L’OVHcloudien n’en est pas un non plus.'],
  ['Titulaire du lot 3, téléphonie : SFR, 75015 Paris.', 'SFR → sfr-business'],
  ['L’entreprise Orange est retenue pour le lot 1.', 'Orange → orange'],
  ['PRESTATAIRE RETENU : ORANGE.', 'ORANGE → orange'],
  ['Ville du titulaire : Orange.'],
  ['VILLE D’ORANGE, SERVICE INFORMATIQUE, HEBERGEMENT.'],
  ['Travaux de voirie à Orange, route de Carpentras.'],
  ['ORACLE FRANCE et ATOS FRANCE, co-traitants.', 'ORACLE FRANCE → oracle', 'ATOS FRANCE → atos-eviden'],
  ['Dépôt sur https://www.marches-publics.info, support AWS.'],
  ['Sauvegardes dans une région AWS, à Paris.', 'AWS → aws'],
  ['Le lycée Frédéric Mistral achète des serveurs.'],
  ['La commune recourt à Mistral, assistant d’IA.', 'Mistral → mistral-ai'],
  ['Mme Gandi, cheffe de projet hébergement.'],
  ['Une boite mail est ouverte chez Gandi.', 'Gandi → gandi'],
  ['Tableau des prix unitaires, hébergement compris.'],
  ['Licences Tableau et Power BI.', 'Tableau → salesforce', 'Power BI → microsoft-365'],
  ['Zoom sur les actions du service informatique.'],
  ['Bornes Wi-Fi Aruba et serveurs.'],
  ['Le lycée Confluence achète des serveurs et un cloud.'],
  ['Orange se charge de sa ligne ; la salle est pleine.'],
  [
    'Office‑365, MS-365 et Google Form.',
    'Office‑365 → microsoft-365',
    'MS-365 → microsoft-365',
    'Google Form → google-workspace',
  ],
  [`Hébergeurs retenus :\u2029Dupont Travaux\u2029Gandi`, 'Gandi → gandi'],
];

const ENGLISH: Case[] = [
  ['Hosted on Amazon Web Services (AWS).', 'Amazon Web Services → aws', 'AWS → aws'],
  ['AWS European Sovereign Cloud, Brandenburg.', 'AWS European Sovereign Cloud → aws-esc'],
  ['IBM Cloud or IBM mainframe.', 'IBM Cloud → ibm-cloud', 'IBM → ibm'],
  ['Send the tender to PO Box 568, Dublin.'],
  ['Google Cloud Platform, region europe-west9.', 'Google Cloud Platform → google-cloud'],
  ['The azure sky over Delphi.'],
  ['Backups on Hetzner; e-mail on Proton Mail.', 'Hetzner → hetzner', 'Proton Mail → proton'],
  ['Freedom of information, free of charge.'],
  ['See docs/azure/readme.md and github.com/aws/aws-cli.'],
  ['Teams at the agency use GitHub and Kubernetes.', 'GitHub → github'],
  ['Storage on Box and SharePoint.', 'Box → box', 'SharePoint → microsoft-365'],
  ['Black-box tests run on a server of Box Road.'],
  ['The Public Services Network (PSN) connects to the cloud.'],
  ['Ask on Slack, in the channel of the team.', 'Slack → salesforce'],
  ['Zoom in on the map of the data centre.'],
  ['Moving from Amazon Web-Services to Red-Hat OpenShift.', 'Amazon Web-Services → aws', 'Red-Hat → ibm'],
];

const GERMAN: Case[] = [
  ['Betrieb im Rechenzentrum der IONOS SE.', 'IONOS → ionos'],
  ['Die Open Telekom Cloud wird als Plattform genutzt.', 'Open Telekom Cloud → t-cloud-public'],
  ['Das Gebäude liegt am Bahnhof, Gleis 3.'],
  ['Gehostet bei Hetzner Online GmbH.', 'Hetzner → hetzner'],
  ['Die Teams arbeiten in drei Schichten.'],
  ['Nutzung von STACKIT als Cloud-Dienst.', 'STACKIT → stackit'],
  ['Microsofts Cloud und Googles Rechenzentren.', 'Microsofts → microsoft', 'Googles → google'],
  ['Besprechungen über Teams oder Webex.', 'Teams → microsoft-365', 'Webex → cisco-webex'],
  ['Die Strato AG hostet die Webseite der Gemeinde.', 'Strato → ionos'],
  ['Die ATOS Klinik betreibt einen Server.'],
  ['Der OTC-Handel des Unternehmens wird gemeldet.'],
  ['Farbe Orange, RAL 2004, für die Cloud-Folie.'],
  ['Wie ein Copilot im Flugzeug hilft die KI.'],
  ['T Systems und die Delos Cloud bieten mit.', 'T Systems → t-cloud-public', 'Delos Cloud → delos-cloud'],
];

const SPANISH: Case[] = [
  ['Alojamiento en la nube de Microsoft Azure.', 'Microsoft Azure → microsoft-azure'],
  ['Servicio de Arsys en España.', 'Arsys → arsys'],
  ['Suministro de gigas de datos móviles.'],
  ['Licencias de Oracle y de Salesforce.', 'Oracle → oracle', 'Salesforce → salesforce'],
  ['Contrato de alojamiento web con Arsys y Gigas.', 'Arsys → arsys', 'Gigas → gigas'],
  ['Avenida Gabriela Mistral, calle Orange, 5.'],
  ['Licencias de Zoom para videoconferencia.', 'Zoom → zoom'],
];

const ITALIAN: Case[] = [
  ['Il servizio è ospitato su Google Cloud.', 'Google Cloud → google-cloud'],
  ['Viale DELL’ESERCITO, sopra il ponte.'],
  ['Come indicato sopra, il cloud è escluso.'],
  ['Servizi di Seeweb e di Microsoft Azure.', 'Seeweb → seeweb', 'Microsoft Azure → microsoft-azure'],
  ['Il PSN ospita i dati critici delle amministrazioni.', 'PSN → psn'],
  ['Piano strategico nazionale (PSN) della PAC.'],
  ['TIM e Leonardo partecipano alla gara per il cloud.', 'TIM → tim-enterprise'],
  ['La cordata di Aruba e Fastweb si aggiudica la gara.', 'Aruba → aruba-cloud'],
  ['Aruba S.p.A e Tim S.p.A in raggruppamento.', 'Aruba S.p.A → aruba-cloud', 'Tim S.p.A → tim-enterprise'],
];

const DUTCH: Case[] = [
  ['De data staat bij Leaseweb in Nederland.', 'Leaseweb → leaseweb'],
  [
    'Gebruik van Microsoft 365 en Google Workspace.',
    'Microsoft 365 → microsoft-365',
    'Google Workspace → google-workspace',
  ],
  ['Postbus 20011, 2500 EA Den Haag.'],
  ['Oranje hesjes en een blauwe box.'],
  ['Het team gebruikt Teams en SharePoint.', 'Teams → microsoft-365', 'SharePoint → microsoft-365'],
  ['Zoom in op de kaart van de gemeente.'],
  ['De gemeente host bij Solvinity en bij AWS.', 'Solvinity → solvinity', 'AWS → aws'],
];

describe.each([
  ['French', FRENCH],
  ['English', ENGLISH],
  ['German', GERMAN],
  ['Spanish', SPANISH],
  ['Italian', ITALIAN],
  ['Dutch', DUTCH],
] as const)('a hard case in %s', (_language, cases) => {
  it.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(found(text)).toEqual(expected);
  });
});

it('counts at least sixty of them', () => {
  expect([FRENCH, ENGLISH, GERMAN, SPANISH, ITALIAN, DUTCH].flat().length).toBeGreaterThanOrEqual(60);
});

it.each([
  ['a sign right before a name', '😀OVHcloud', ['OVHcloud → ovhcloud']],
  ['a sign with a variation selector', '✔️OVHcloud', ['OVHcloud → ovhcloud']],
  ['a letter that composing makes longer', `${'\ufb2a'.repeat(10)}e\u0301 OVHcloud`, ['OVHcloud → ovhcloud']],
  ['a host in capitals', 'WWW.OVH.COM', []],
  ['a path without a scheme', 'exemple.fr/Azure', []],
])('keeps its head: %s', (_what, text, expected) => {
  expect(found(text)).toEqual(expected);
});
